import '../people/members.ts'
import { x } from 'express'
