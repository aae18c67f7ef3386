/** The name of a draft's text for the editor; a guide's is its id. */
export const draftName = (id: string) => `draft ${id}`;
