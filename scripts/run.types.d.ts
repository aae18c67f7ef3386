/** The types of run.mjs, for the TypeScript that shares it; run.mjs documents them. */
declare module '*/run.mjs' {
  export const ROOT: string;
  export class Plain extends Error {
    readonly status: number;
    constructor(message: string, status?: number);
  }
  export function environment(): NodeJS.ProcessEnv;
  export function run(
    program: string,
    args: readonly string[],
    options?: { show?: boolean; cwd?: string },
  ): Promise<{ status: number; output: string }>;
  export function start(main: () => Promise<number | undefined>): Promise<void>;
  export function lasted(since: number): string;
}
