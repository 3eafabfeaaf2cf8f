import HallModel
import HallSyntax

/// Text that somebody has typed: in the call, or as an answer.
package enum TypedText {
  /// What is typed, without the blanks around it, where it says anything.
  package static func words(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = Slice(text).trimmed.string
    let says = words.unicodeScalars.contains { !$0.properties.isWhitespace && $0.value >= 0x20 }
    return says ? words : nil
  }

  package static func required(_ text: String, _ name: Phrase) throws(Refusal) -> String {
    guard let words = words(text) else {
      throw .refused(
        Phrase(zh: "「\(name.zh)」是空的，什么也没有写", en: "\(name.en) is empty; nothing was written"),
        hint: nil)
    }
    return words
  }
}
