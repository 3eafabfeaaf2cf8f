import HallModel
import HallStore
import HallSyntax
import HallWords

/// How a matter is named where a bare number is that of a matter.
package enum MatterName {
  /// `Q14` for `14`; any other text as it is.
  package static func identifier(_ text: String) -> String {
    let numbered = "Q" + FullWidth.name(Slice(text))
    return isNumber(text) && IdentifierQuery(numbered) != nil ? numbered : text
  }

  private static func isNumber(_ text: String) -> Bool {
    let first = FullWidth.name(Slice(text)).utf8.first ?? 0
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
  }
}

extension [LoadedHall] {
  /// The one matter a text names. Here a bare number is that of a matter, and words are looked up
  /// in the titles of matters.
  package func findMatter(_ text: String) throws(Refusal) -> Found {
    let all = named(MatterName.identifier(text))
    let matters = all.filter { if case .matter = $0.reference { true } else { false } }
    if matters.isEmpty, let other = all.first {
      throw .refused(
        Phrase(
          zh: "「\(text)」不是问题，是\(other.reference.identifier)",
          en: "'\(text)' is not a matter but \(other.reference.identifier)"),
        hint: Phrase(
          zh: "问题的编号像 Q-2025-014；用「hall 列出 问题」看有哪些",
          en: "a matter is named as in Q-2025-014; see 'hall list matters'"))
    }
    guard !matters.isEmpty else {
      if let unread = unread(MatterName.identifier(text)) { throw unread }
      throw .refused(
        Phrase(zh: "没有找到问题「\(text)」", en: "no matter is named '\(text)'"),
        hint: Phrase(zh: "用「hall 列出 问题」看有哪些问题", en: "see 'hall list matters'"))
    }
    return try one(of: matters, text)
  }
}

extension Change {
  /// The matter an argument names; only by its full identifier if nobody can be asked.
  package func findMatter(_ text: String) throws(Refusal) -> Matter {
    if !session.takesParts, IdentifierQuery(text)?.isFull != true {
      throw .fullIdentifierOnly(text)
    }
    guard case .matter(let matter) = try [loaded].findMatter(text).reference else {
      throw .nothingNamed(text)
    }
    return matter
  }
}
