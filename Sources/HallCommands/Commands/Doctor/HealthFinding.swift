import HallModel
import HallSyntax
import HallWords

/// One thing that `hall doctor` has looked at: what it is, how it is, and what to do about it.
struct HealthFinding {
  /// How it is, from good to bad.
  enum State: String {
    case fine, optional, mend

    var word: Phrase {
      switch self {
      case .fine: Phrase(zh: "好", en: "fine")
      case .optional: Phrase(zh: "可补", en: "optional")
      case .mend: Phrase(zh: "要改", en: "to mend")
      }
    }
  }

  /// Where it was looked for.
  enum Area: String, CaseIterable {
    case machine, settings, hall

    var title: Phrase {
      switch self {
      case .machine: Phrase(zh: "这台电脑", en: "This machine")
      case .settings: Phrase(zh: "设置", en: "Settings")
      case .hall: Phrase(zh: "议事厅", en: "The hall")
      }
    }
  }

  let area: Area
  /// The name in machine formats, as `ssh-keygen` or `author`.
  let item: String
  /// The name for people.
  let name: Phrase
  let state: State
  let fact: Phrase
  /// What it is set to, or what was found.
  var value: String?
  /// Where the value comes from: a variable, a file.
  var source: String?
  /// What to do about it; nil if it is fine.
  var remedy: Phrase?

  func json(_ language: Language) -> JSONValue {
    [
      "area": .string(area.rawValue), "item": .string(item), "state": .string(state.rawValue),
      "message": .string(fact[language]), "value": JSONValue(value),
      "source": JSONValue(source), "remedy": JSONValue(remedy?[language]),
    ]
  }
}
