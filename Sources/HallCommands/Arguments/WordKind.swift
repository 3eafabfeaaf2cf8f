import HallModel
import HallSyntax
import HallWords

/// What may stand for an argument, or for the value of an option: completions offer it.
package enum WordKind: Sendable {
  /// Anything; nothing is offered.
  case text
  case day, period, length
  case file, folder
  /// A word of a closed list, which may depend on the arguments so far.
  case choice(@Sendable (_ arguments: [String]) -> [ListedWord])
  /// A word of a closed list of the files.
  case keyword(Scope)
  case party
  /// A person, or a party and its person: `物业/赵六`.
  case person
  /// The identifier of something in the hall.
  ///
  /// - Parameter isOpen: whether things that are finished are offered only if nothing else fits.
  case thing(Set<Thing>, isOpen: Bool)
  /// The number of an item, or the letter and number of a decision or task, of the document that the
  /// first argument names.
  case part(Thing)
  /// The number of a revision of the document that the first argument names.
  case revision
  case rule, template
  /// The key of a fact of the thing that the first argument names.
  case fact
  case command
  indirect case either(WordKind, WordKind)

  package enum Thing: Sendable {
    case meeting, matter, item, decision, task
    /// `hall.md`, called by the word `hall`.
    case hall
  }

  /// Every meeting and matter, and `hall.md`.
  static let document = thing([.meeting, .matter, .hall], isOpen: false)
  /// Everything that has an identifier.
  static let anything = thing([.meeting, .matter, .item, .decision, .task], isOpen: false)
  static let openMeeting = thing([.meeting], isOpen: true)
  static let openMatter = thing([.matter], isOpen: true)

  static func choices(
    _ choices: @autoclosure @escaping @Sendable () -> [ListedWord]
  ) -> WordKind { .choice { _ in choices() } }

  /// What a fact takes in the files, if an option writes it.
  init(of fact: Keyword) {
    self =
      switch Vocabulary.entry(of: fact)?.uses.first?.value {
      case .person, .names, .proxy, .personAndTime, .castingVote: .person
      case .day, .dueDay, .dueDayAndText, .dayAndText: .day
      case .period: .period
      case .duration, .length: .length
      case .matterID, .matterReference: .thing([.matter], isOpen: false)
      case .meetingID, .meetingReference: .thing([.meeting], isOpen: false)
      case .decisionReference: .thing([.decision], isOpen: false)
      case .word(let scope): .keyword(scope)
      case .voteResult: .keyword(.voteResult)
      default: .text
      }
  }
}

/// A word of a closed list, and what it means.
package struct ListedWord: Sendable {
  package let word: Phrase
  package let meaning: Phrase?

  init(_ word: Phrase, _ meaning: Phrase? = nil) { (self.word, self.meaning) = (word, meaning) }

  /// A word that is the same in both languages.
  init(_ word: String, _ zh: String, _ en: String) {
    self.init(Phrase(zh: word, en: word), Phrase(zh: zh, en: en))
  }
}
