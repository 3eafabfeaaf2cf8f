import HallSyntax
import HallWords

/// The text of a spreadsheet cell, without invisible characters.
enum CellText {
  /// The text of a cell: surrounding blanks of every kind are removed, inner ones become spaces,
  /// and invisible characters are left out.
  ///
  /// - Returns: also whether an invisible character was removed.
  static func cleaned(_ raw: String) -> (text: String, isAltered: Bool) {
    if raw.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return (unwrapped(raw), false) }
    var kept = String.UnicodeScalarView()
    var isAltered = false
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": kept.append(" ")
      case _ where VisibleText.isHostile(scalar) || scalar == "\u{AD}": isAltered = true
      case _ where scalar.value > 0x7F && scalar.properties.isWhitespace:
        isAltered = true
        kept.append(" ")
      default: kept.append(scalar)
      }
    }
    return (unwrapped(Slice(String(kept)).trimmed.string), isAltered)
  }

  /// `="2-1-301"`, which some programs write so that a spreadsheet does not read it as a date, is
  /// `2-1-301`.
  private static func unwrapped(_ text: String) -> String {
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 else { return text }
    let inner = text.dropFirst(2).dropLast()
    return inner.contains("\"") ? text : String(inner)
  }

  /// A person's name without padding blanks: `王　芳` is `王芳`.
  static func name(_ text: String) -> String {
    let parts = text.split(separator: " ")
    let isFilled =
      (2...4).contains(parts.count)
      && parts.allSatisfy { $0.count == 1 && $0.utf8.count >= 3 }
    return isFilled ? parts.joined() : text
  }

  /// A unit in the written form: digits, letters and hyphens of one width.
  static func unit(_ text: String) -> String {
    var unit = FullWidth.name(Slice(text))
    for dash in ["‐", "‑", "‒", "–", "—", "−", "﹣"] { unit = unit.replacing(dash, with: "-") }
    // A unit on two lines of a cell is already separated by its hyphen.
    for blank in [" -", "- "] { unit = unit.replacing(blank, with: "-") }
    // A spreadsheet's own mark for text.
    if unit.hasPrefix("'"), unit.count > 1 { unit.removeFirst() }
    return unit
  }

  /// A figure without rounding errors of a program's arithmetic: `86.40000000000001` is `86.4000`,
  /// and `62.349999999999994` is `62.3500`.
  static func figure(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count >= 10, parts[1].utf8.allSatisfy(isDigit),
      let whole = Int64(parts[0]), let decimals = Int64(parts[1].prefix(4))
    else { return text }
    let rest = parts[1].dropFirst(4).prefix(4)
    guard rest == "0000" || rest == "9999", whole < 1_000_000_000 else { return text }
    let units = whole * 10_000 + decimals + (rest == "9999" ? 1 : 0)
    return Area(units: Int128(units)).text
  }

  /// Whether it is a figure or a unit, which a column head never is: `86.40`, `2号楼1单元301`, `A-502`.
  static func isFigure(_ text: String) -> Bool {
    if (try? Area(reading: Slice(text))) != nil || PersonalNumber.isIn(text) { return true }
    if MistakenDate.isDate(text) { return true }
    let key = unit(text)
    var hasDigit = false
    var letters = 0
    for byte in plainUnit(key).utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        letters = 0
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","): letters = 0
      case _ where isASCIILetter(byte):
        letters += 1
        if letters > 1 { return false }
      default: return false
      }
    }
    return hasDigit
  }

  private static func plainUnit(_ text: String) -> String {
    var text = text
    for word in ["号楼", "单元", "栋", "幢", "座", "楼", "号", "室", "户", "门", "层", " ", "#"] {
      text = text.replacing(word, with: "-")
    }
    return text
  }

  /// A count as written below a column: `3户`, `60 人`, `共60户`.
  static func isCount(_ text: String) -> Bool {
    var text = Substring(FullWidth.name(Slice(text)).lowercased())
    for word in ["共计", "共", "计"] where text.hasPrefix(word) { text = text.dropFirst(word.count) }
    let rest = text.drop { $0.isASCII && ($0.isNumber || $0 == "," || $0 == " ") }
    guard rest.count < text.count else { return false }
    let words = [
      "户", "人", "套", "间", "个", "行", "位", "票", "张", "units", "unit", "households", "people",
    ]
    return words.contains(String(rest))
  }
}
