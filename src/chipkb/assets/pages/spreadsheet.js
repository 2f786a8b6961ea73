/* Rows of text as a file that a spreadsheet opens. */

/** A cell that begins like a formula would be one in a spreadsheet; a number with its sign is none. */
function cell(text) {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** @param {string[][]} rows  @param {string} name of the file */
export function saveAsCsv(rows, name) {
  const file = new Blob(["\ufeff", rows.map((row) => row.map(cell).join(",")).join("\r\n")], { type: "text/csv" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
