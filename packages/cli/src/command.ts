// What every command is made of: a function that gets a way to set the exit code and returns commander's Command.
import type { Command } from 'commander';

export type MakeCommand = (setExit: (code: number) => void) => Command;

export const WORKSPACE_FLAG = [
  '--workspace <folder>',
  'nơi làm việc / the workspace (VANBAN_WORKSPACE; mặc định / default: data/workspace)',
] as const;

const also = (word: string, words: readonly string[] = []): readonly string[] => [...words, word];

/** May be given several times. With REDIS_URL the workers have their own passwords. */
export const PASSWORD_FLAG = [
  '--password <word>',
  'mật khẩu thử với tệp có khóa; dùng được nhiều lần (hoặc ghi vào inbox/passwords.txt) / tried on files that ask for one',
  also,
] as const;

/** Exit code where some of several files failed. */
export const SOME_FAILED = 6;
