import { createModel, signal } from '@preact/signals';
import type { LibraryModel } from './library.ts';
import type { GuideList } from './library-ports.ts';
import type { Clock } from './ports.ts';

export interface BackupDeps {
  readonly library: Pick<LibraryModel, 'exportAll' | 'noteExported' | 'withdrawExport' | 'notify' | 'list'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Throws when the browser doesn't take it. */
  readonly download: (name: string, text: string) => void;
}

/** An export that the browser was handed. */
interface HandedOver {
  readonly name: string;
  /** When it was made. */
  readonly at: number;
  /** What counted as exported before it. */
  readonly before: Pick<GuideList, 'exportedAt' | 'unexportedSince'>;
}

/**
 * Exporting everything. An export counts as a backup when the browser has taken the file; whether it arrived, a page
 * is not told, so the user is asked to look and can say that it did not.
 */
export const Backup = createModel(({ library, clock, download }: BackupDeps) => {
  const handedOver = signal<HandedOver | null>(null);

  return {
    /** The last export of this page, until the user has seen to it. */
    handedOver,
    async exportEverything() {
      const exported = await library.exportAll();
      if (exported.outcome === 'failed') return;
      const name = `hookline-${new Date(clock.now()).toISOString().slice(0, 10)}.json`;
      const { exportedAt, unexportedSince } = library.list.peek();
      try {
        download(name, exported.json);
      } catch (error) {
        library.notify(
          `The browser did not take “${name}”: ${String(error)}. Try “Export everything” again.`,
        );
        return;
      }
      const done = await library.noteExported(exported.at);
      if (done.outcome === 'done')
        handedOver.value = { name, at: exported.at, before: { exportedAt, unexportedSince } };
      else
        library.notify(
          `“${name}” went to the browser’s downloads, but it could not be noted as your backup. ${done.reason}`,
        );
      if (exported.missing.length === 0) return;
      library.notify(
        `Not everything is in “${name}”. Left out: ${exported.missing.join('; ')}. Open the guide, restore a state of its history, and export again.`,
      );
    },
    /** The file is there. */
    arrived() {
      handedOver.value = null;
    },
    /** The file is nowhere: it counts as no backup. */
    async didNotArrive() {
      const last = handedOver.peek();
      handedOver.value = null;
      if (last !== null) await library.withdrawExport(last.at, last.before);
    },
  };
});

export type BackupModel = InstanceType<typeof Backup>;
