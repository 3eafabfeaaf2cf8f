import HallModel
import HallSyntax

/// Who signed, and what with.
extension NearReader {
  /// A signature whose word is not read for what stands in front of it: `2025-10-17，同意`,
  /// `2025-10-17（同意）`, `2025-10-17<br>同意`.
  func readSignature(_ index: Int, _ report: inout Report) {
    let signOff = SignOff(document: document, node: index)
    guard signOff.day != nil, signOff.stance == nil, !signOff.remark.isEmpty else { return }
    // A name that ends with a comma is an unknown one.
    if signOff.person.hasSuffix(","), !charter.roster.isEmpty { return }
    let remark = Slice(signOff.remark)
    var words = PlainLine(Traditional.simplified(remark) ?? remark).text
    while let first = words.first, !isASCIILetter(first) {
      var cursor = Cursor(words)
      guard cursor.take(anyOf: [",", "、", "。", ":", ";", "(", "-", "—", ".", "/", "【", "「"])
      else { break }
      words = cursor.rest.trimmed
    }
    let end = words.indices.first {
      let byte = FullWidth.byte(in: words, at: $0).byte
      return byte < 0x80 && !isASCIILetter(byte) && !isDigit(byte)
    }
    let signs = ["】", "」", "。", "、"].compactMap { words.firstRange(of: $0.utf8)?.lowerBound }
    let word = words[..<min(end ?? words.endIndex, signs.min() ?? words.endIndex)]
    guard Vocabulary.keyword(word, in: .stance) != nil else { return }
    let value = document.slice(document.nodes[index].value)
    let text = value.string
    let head = text.hasSuffix(signOff.remark) ? text.dropLast(signOff.remark.count) : ""
    let form =
      head.isEmpty
      ? "2025-09-27 \(word.string)" : Slice(String(head)).trimmed.string + " " + word.string
    report.warning(
      document, value.indices, zh: "「\(signOff.remark)」没有读成签字意见",
      en: "'\(signOff.remark)' is not read as what the signature says",
      hint: Phrase(
        zh: "日期后面空一格再写：「- \(signOff.party): \(form)」",
        en: "a space after the day, and then the word: '- \(signOff.party): \(form)'"))
  }
}
