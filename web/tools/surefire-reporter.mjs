/* Reports a run of node:test as Maven's Surefire does, so that ./check counts these tests with all others. */

function escape(text) {
  return text.replace(/[^\x20-\x7e]/g, ' ').replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

export default async function* report(events) {
  const cases = [];
  const seen = { failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') {
      continue;
    }
    const isSkipped = data.skip !== undefined && data.skip !== false;
    const isFailed = type === 'test:fail' && !isSkipped;
    seen.skipped += isSkipped ? 1 : 0;
    seen.failed += isFailed ? 1 : 0;
    const content = isFailed
      ? `<failure message="${escape(String(data.details?.error?.cause ?? data.details?.error ?? ''))}"/>`
      : isSkipped
        ? '<skipped/>'
        : '';
    const seconds = ((data.details?.duration_ms ?? 0) / 1000).toFixed(3);
    cases.push(`  <testcase name="${escape(data.name)}" classname="web" time="${seconds}">${content}</testcase>`);
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuite name="web" tests="${cases.length}" errors="0" skipped="${seen.skipped}" failures="${seen.failed}">\n`;
  yield `${cases.join('\n')}\n</testsuite>\n`;
}
