/** Where words stand. */

/** A piece of a document, from one heading to the next. */
export interface Place {
  readonly to: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** Places that have all words, the best first: words in a heading count more than in the text below it. */
export function look(places: readonly Place[], question: string): Place[] {
  const words = question.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) {
    return [];
  }
  return places
    .map((place) => ({ place, weight: weigh(place, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ place }) => place);
}

function weigh({ page, heading, text }: Place, words: readonly string[]): number {
  let weight = 0;
  for (const word of words) {
    const times =
      20 * count(heading.toLowerCase(), word) + 8 * count(page.toLowerCase(), word) + count(text.toLowerCase(), word);
    if (times === 0) {
      return 0;
    }
    weight += Math.log2(1 + times);
  }
  return weight;
}

function count(text: string, word: string): number {
  return text.split(word).length - 1;
}
