import type { ComponentChildren } from 'preact'

const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

export const DrumIcon = () => (
  <Icon>
    <ellipse cx="10" cy="6.4" rx="6.6" ry="2.8" />
    <path d="M3.4 6.4v6.8c0 1.5 3 2.8 6.6 2.8s6.6-1.3 6.6-2.8V6.4M6 9l2 6.8M14 9l-2 6.8" />
  </Icon>
)

export const MenuIcon = () => (
  <Icon>
    <path d="M3 5.5h14M3 10h14M3 14.5h9" />
  </Icon>
)

export const ClockIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4.2l2.8 1.8" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
)

export const SendIcon = () => (
  <Icon>
    <path d="M3.5 10h12M10.5 5l5 5-5 5" />
  </Icon>
)

export const EyeIcon = () => (
  <Icon>
    <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5Z" />
    <circle cx="10" cy="10" r="2.2" />
  </Icon>
)

export const FileIcon = () => (
  <Icon>
    <path d="M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M4 16h12" />
  </Icon>
)

export const ReplyIcon = () => (
  <Icon>
    <path d="M8 5 3.5 9.5 8 14M4 9.5h7a5 5 0 0 1 5 5v.5" />
  </Icon>
)

export const DotsIcon = () => (
  <Icon>
    <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.6" />
  </Icon>
)

export const TurnIcon = () => (
  <Icon>
    <path d="m8 5.5 4.5 4.5L8 14.5" />
  </Icon>
)

export const DownIcon = () => (
  <Icon>
    <path d="M10 4v11m0 0 4.5-4.5M10 15l-4.5-4.5" />
  </Icon>
)
