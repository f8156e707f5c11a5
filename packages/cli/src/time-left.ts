// How long will it still take? From the pages done since the start and the pages to come; unknown until a few are done.
//   const left = createTimeLeft(seconds); left.done(1); say(left.say(12)) → '~1 ph 20 gi'
import { seconds } from './clock.ts';

export interface TimeLeft {
  done(pages: number): void;
  /** Words for the time that `pages` more will take; '' while it cannot be told. */
  say(pages: number): string;
}

const ENOUGH = 2;

export function createTimeLeft(now: () => number = seconds): TimeLeft {
  const start = now();
  let count = 0;
  return {
    done(pages) {
      count += pages;
    },
    say(pages) {
      if (count < ENOUGH || pages <= 0) return '';
      return `~${sayDuration(((now() - start) / count) * pages)}`;
    },
  };
}

/** 42 gi · 3 ph 05 gi · 2 giờ 10 ph (giây, phút, giờ). */
export function sayDuration(length: number): string {
  const whole = Math.max(1, Math.round(length));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  if (hours > 0) return `${hours} giờ ${two(minutes)} ph`;
  return minutes > 0 ? `${minutes} ph ${two(rest)} gi` : `${rest} gi`;
}

/** A bar of `width` cells. */
export function bar(share: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

const TURNS = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];

/** A sign that turns with time, so that a long page does not look like a standstill. */
export const turning = (now = seconds()): string => TURNS[Math.floor(now * 4) % TURNS.length] as string;
