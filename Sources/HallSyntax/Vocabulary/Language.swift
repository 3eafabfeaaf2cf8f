/// The two languages of the vocabulary and of every message.
package enum Language: String, Sendable, CaseIterable {
  case zh, en

  /// The language that somebody types: Chinese, if there is any Chinese character.
  package init(of text: String) {
    self = text.unicodeScalars.contains { $0.value >= 0x2E80 } ? .zh : .en
  }

  /// The one of two texts that is in this language.
  package func say(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }

  /// The one of two things that belongs to this language.
  package func pick<Value>(_ zh: Value, _ en: Value) -> Value { self == .zh ? zh : en }

  /// `1 revision`, `3 revisions`: for English; Chinese has one form.
  package static func counted(_ count: some BinaryInteger, _ noun: String) -> String {
    count == 1 ? "1 " + noun : String(count) + " " + noun + "s"
  }

  /// What stands between the parts of a list.
  package var listSeparator: String { say("、", ", ") }
}

/// Something that says all it says in one language.
package protocol Speaking {
  var language: Language { get }
}

extension Speaking {
  package func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}

extension Sequence where Element: StringProtocol {
  /// The parts of a list, as they are written in a language.
  package func joined(in language: Language) -> String {
    joined(separator: language.listSeparator)
  }
}
