import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A person at work on one hall: who, when, and what happens to their changes.
///
/// It knows neither a command line nor a terminal. Missing information is asked for with a
/// `Question`, and comes as a reply.
package struct Session: Sendable {
  package var world: World
  package let folder: HallFolder
  /// The language of messages; the files are written in the hall's language.
  package let language: Language
  /// The person who records, if the call says so.
  package var author: String?
  /// The reason for the change, if given.
  package var reason: String?
  /// The day to use as today; nil for the hall's clock.
  package var asOf: Day?
  /// Whether nothing is written, and only shown what would be.
  package var isDryRun = false
  /// Whether a history that has lost revisions is continued with the remaining ones.
  package var startsOver = false
  /// The path of the document whose approved text may change: a reason has been given.
  package var amending: String?
  /// Whether a part of an identifier or of a title is enough: a person sees what it found.
  package var takesParts = false
  /// Whether a person can be asked.
  package var asks = false
  /// Whether the facts come in the order of the meeting, as in live minutes.
  package var isLive = false
  /// What the facts are called in messages.
  package var names = FactNames.words
  /// The replies to questions so far.
  package var replies: [Question: Reply] = [:]
  /// What the first question of an act was about. An act that is run again is the same work.
  let asked = AskedTexts()

  package init(_ folder: HallFolder, in world: World, _ language: Language) {
    (self.folder, self.world, self.language) = (folder, world, language)
  }

  /// Today by the hall's clock, or the day set as today.
  package func today(_ charter: Charter) -> Day { asOf ?? world.today(charter) }

  /// The person who records: the one in the session, else as `World.person(_:in:)` says.
  package func author(_ charter: Charter) throws(Refusal) -> HallWriter.Author {
    try world.author(author, in: folder, charter)
  }
}

extension World {
  /// Who somebody is: the name given, else `HALL_AUTHOR`, else git's user.name, else what they said
  /// when they were asked in this folder.
  package func person(_ given: String?, in folder: HallFolder?) -> String? {
    person(given) ?? folder?.ownName.text.flatMap(person)
  }

  /// The person who records, as `person(_:in:)` says.
  package func author(
    _ name: String?, in folder: HallFolder?, _ charter: Charter
  ) throws(Refusal) -> HallWriter.Author {
    guard let name = person(name, in: folder) else { throw .noAuthor }
    return HallWriter.Author(name: name, at: Timestamp.text(now, offset: offset(charter)))
  }
}

/// Questions of an act.
extension Session {
  /// Whether to go on: if a person can be asked, only after a yes. If nobody can be asked, or
  /// nothing is written, always.
  package func agrees(to question: Question) throws(Refusal) -> Bool {
    guard asks, !isDryRun else { return true }
    switch replies[question] {
    case .consent?: return true
    case .words?, .choice?, .declined?: return false
    case nil: throw .open(question)
    }
  }

  /// The words of the reply to a question; nil if nobody can be asked, or the reply is empty.
  package func words(for question: Question) throws(Refusal) -> String? {
    guard asks else { return nil }
    switch replies[question] {
    case .words(let text)?: return TypedText.words(text)
    case .consent?, .choice?, .declined?: return nil
    case nil: throw .open(question)
    }
  }

  /// A fact that may be left out: what was given, else the words of the reply to a question. A dry
  /// run asks nothing.
  package func fact(_ given: String?, orAsk question: Question) throws(Refusal) -> String? {
    if let given { return given }
    return isDryRun ? nil : try words(for: question)
  }
}
