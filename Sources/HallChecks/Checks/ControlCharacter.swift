import HallModel
import HallSyntax

/// An invisible character that makes a text read differently from what is stored.
package enum ControlCharacter: Check {
  package static let id = "control-character"
  package static let about = Phrase(
    zh: "文字里有看不见的字符（控制符、改变文字方向的字符、零宽字符），会让看到的和存下的不一样，也会让编号和姓名对不上。",
    en:
      "An escape or another control character, a character that changes the direction of writing, or"
      + " one of no width: what is seen is not what is stored, and names no longer match.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    guard document.fault == nil else { return }
    for line in document.lines(in: 0..<document.bytes.count) {
      let end = lineEnd(of: line, in: document)
      let found = characters(in: line.lowerBound..<end, document.bytes)
      guard let first = found.first else { continue }
      let code = name(first.scalar)
      let kind = kind(first.scalar)
      let (more, others) =
        found.count > 1 ? ("，共 \(found.count) 个", ", \(found.count) such in the line") : ("", "")
      report.warning(
        document, first.range, zh: "这里有看不见的字符 \(code)（\(kind.zh)）\(more)",
        en: "an invisible character \(code) (\(kind.en))\(others)",
        hint: Phrase(zh: "删掉它，或把这一行重新打一遍", en: "remove it, or type the line again"))
    }
  }

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for file in hall.ballotDocuments { check(document: file, context, &report) }
  }

  /// A lone carriage return followed by an open task that is not read; for `overdue`, which runs no
  /// other check.
  package static func problem(hiddenTask offset: Int, in document: Document) -> Problem {
    Problem(
      id: id, severity: .error, path: document.path, range: offset..<offset + 1,
      message: Phrase(
        zh: "这里只有回车符（CR），没有换行，后面的任务没有读出来",
        en: "a carriage return alone (CR) ends no line; the task after it is not read"),
      hint: Phrase(zh: "用编辑器打开文件，把换行存为 LF", en: "save the file again with LF line ends"))
  }

  /// A carriage return at the end of the file ends no line.
  private static func lineEnd(of line: Range<Int>, in document: Document) -> Int {
    line.upperBound + 1 == document.bytes.count && document.bytes.last == UInt8(ascii: "\r")
      ? line.upperBound + 1 : line.upperBound
  }

  private static func characters(
    in line: Range<Int>, _ bytes: [UInt8]
  ) -> [(scalar: UInt32, range: Range<Int>)] {
    var found: [(scalar: UInt32, range: Range<Int>)] = []
    var index = line.lowerBound
    while index < line.upperBound {
      let first = bytes[index]
      // Most lines contain only ASCII and CJK, whose first bytes decide.
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let end = min(index + length, line.upperBound)
      if first < 0x20 || first == 0x7F || first == 0xC2 || first == 0xE2 || first == 0xEF {
        let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first?.value
        if let scalar, isInvisible(scalar), !(scalar == 0xFEFF && index == 0),
          !(scalar == 0x200D && joinsEmoji(end, bytes))
        {
          found.append((scalar, index..<end))
        }
      }
      index = end
    }
    return found
  }

  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// A joiner between two pictographs makes one of them: 👨‍👩‍👧.
  private static func joinsEmoji(_ next: Int, _ bytes: [UInt8]) -> Bool {
    guard next < bytes.count, next >= 7 else { return false }
    let before = bytes[next - 7] == 0xF0 || bytes[(next - 6)..<(next - 3)] == [0xEF, 0xB8, 0x8F]
    return before && (bytes[next] == 0xF0 || bytes[next] == 0xE2)
  }

  private static func name(_ scalar: UInt32) -> String {
    "U+" + String(scalar, digits: 4, radix: 16)
  }

  private static func kind(_ scalar: UInt32) -> Phrase {
    switch scalar {
    case 0x1B: Phrase(zh: "转义符", en: "escape")
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      Phrase(zh: "改变文字方向", en: "changes the direction of writing")
    case 0x200B...0x200D, 0x2060, 0xFEFF: Phrase(zh: "零宽字符", en: "of no width")
    default: Phrase(zh: "控制符", en: "control character")
    }
  }
}
