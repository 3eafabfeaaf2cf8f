import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Somebody at work on one hall: who it is, when, and what is to become of what they do.
///
/// It knows neither a command line nor a terminal. What it needs to be told is a `Question`, and comes
/// as a reply.
package struct Session: Sendable {
  package var world: World
  package let folder: HallFolder
  /// The language of what is said; what is written has the hall's.
  package let language: Language
  /// Who records, where the call says so.
  package var author: String?
  /// The reason of what is recorded, where somebody gives one.
  package var reason: String?
  /// The day that is taken as today; else the hall's clock tells.
  package var asOf: Day?
  /// Whether nothing is written, and only shown what would be.
  package var isDryRun = false
  /// Whether a history that has lost revisions goes on with what is left of it.
  package var startsOver = false
  /// The document whose approved text may change, by its path: somebody has given the reason.
  package var amending: String?
  /// Whether a part of an identifier or of a title is enough: somebody is there who sees what it
  /// found.
  package var takesParts = false
  /// Whether somebody can be asked.
  package var asks = false
  /// What has been said to questions.
  package var replies: [Question: Reply] = [:]

  package init(_ folder: HallFolder, in world: World, _ language: Language) {
    (self.folder, self.world, self.language) = (folder, world, language)
  }

  /// Today by the hall's clock, or the day that is taken as today.
  package func today(_ charter: Charter) -> Day { asOf ?? world.today(charter) }

  /// Who records: whoever the session says, else `HALL_AUTHOR`, else git's user.name.
  package func author(_ charter: Charter) throws(Refusal) -> HallWriter.Author {
    try world.author(author, charter)
  }
}

extension World {
  /// Who records: somebody given, else `HALL_AUTHOR`, else git's user.name.
  package func author(
    _ name: String?, _ charter: Charter
  ) throws(Refusal) -> HallWriter.Author {
    func given(_ name: String?) -> String? { name?.isEmpty == false ? name : nil }
    // git is asked last: it is another program to start.
    guard
      let name = given(name) ?? given(environment["HALL_AUTHOR"]) ?? given(gitUserName())
    else { throw .noAuthor }
    return HallWriter.Author(name: name, at: Timestamp.text(now, offset: offset(charter)))
  }
}

/// Questions of an act.
extension Session {
  /// Whether it goes on: somebody who can be asked is, and only a yes is one. Where nobody can be
  /// asked, and where nothing is written, it does.
  package func agrees(to question: Question) throws(Refusal) -> Bool {
    guard asks, !isDryRun else { return true }
    switch replies[question] {
    case .consent?: return true
    case .words?, .choice?, .declined?: return false
    case nil: throw .open(question)
    }
  }

  /// The words that somebody has said to a question; nil where nobody can be asked, or says none.
  package func words(for question: Question) throws(Refusal) -> String? {
    guard asks else { return nil }
    switch replies[question] {
    case .words(let text)?: return TypedText.words(text)
    case .consent?, .choice?, .declined?: return nil
    case nil: throw .open(question)
    }
  }
}
