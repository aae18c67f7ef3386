/** Words that say nothing about which story is meant. Two lists, since they are used differently. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Grammar: never looked up in a story, never suggested as a completion. */
export const STOP_WORDS: ReadonlySet<string> = words(`
a an the this that these those it its i me my we us our ours you your yours he him his she her they them their
theirs who whom whose which what when where why how is am are was were be been being do does did doing done have
has had having will would shall should can could may might must of in on at by for with about against between
into through during before after above below to from up down out off over under again then once here there all
any both each few more most other some such no nor not only own same so than too very s t just don now and but or
if because as until while also ever even still yet via per etc else whether within upon toward towards
yourself myself himself herself itself themselves ourselves something someone anyone anything everything everyone
`);

/** The frame that interviewers put round a question: carries form, no content. */
export const FRAME_WORDS: ReadonlySet<string> = words(`
tell describe explain give talk walk recall example examples instance time times situation situations occasion
experience please think provide discuss outcome result happen happened handle handled approach approached did do
story question questions answer like know want let okay ok well right great thanks thank interview specific
specifically briefly moment last recent recently
`);

/** Words so common in working life that they tell stories apart only a little. */
export const COMMON_WORDS: ReadonlySet<string> = words(`
share sharing work working worked job company people person thing things way make made take took get got go going went come came
use used using need needed project projects role day days week weeks month months year years good better best new
big well first one two lot much many help start started keep kept put see say said find found able every back part
end different task tasks set professional career place organization business really
`);
