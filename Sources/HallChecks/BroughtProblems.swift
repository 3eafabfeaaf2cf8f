import HallModel
import HallSyntax

/// The problems that a new state of a hall, such as a commit, introduces: the errors that are in
/// none of the states before it.
///
/// A new roster may turn minutes wrong that nobody has edited. If they are held and not approved,
/// such an error is reported as a warning at the roster.
package struct BroughtProblems {
  /// A state directly before the new one.
  package typealias State = (hall: Hall, problems: [Problem])

  /// The errors that are new.
  package let errors: [Problem]
  /// Problems caused only by the roster, as warnings.
  package let byRoster: [Problem]
  /// How many errors existed before.
  package let before: Int

  /// - Parameters:
  ///   - all: the errors of the new state.
  ///   - earlier: the states directly before it: several for a merge, none for the first.
  package init(_ all: [Problem], of hall: Hall, after earlier: [State], today: Day) {
    var known = KnownProblems()
    for state in earlier { known.formUnion(state.problems) }
    let isNew = known.areNew(all)
    before = isNew.count { !$0 }
    var isByRoster = all.map { _ in false }
    let minutes = HeldMinutes(hall)
    // Without new errors, their cause need not be found.
    let suspects = minutes.meetings(at: Set(zip(all, isNew).filter(\.1).map(\.0.path)))
    for state in suspects.isEmpty ? [] : earlier {
      let same = suspects.filter { $0.hasSameText(in: state.hall) }
      let paths = minutes.paths(of: same)
      guard !paths.isEmpty, !hall.charter.hasSameText(as: state.hall.charter) else { continue }
      // The hall as it would be with its old roster: an error that remains there has another cause.
      let kept = Checker.problems(in: hall.with(rosterOf: state.hall), today: today, of: paths)
      var knownSo = known
      knownSo.formUnion(kept)
      let isNewSo = knownSo.areNew(all)
      // An error that the hall's own text does not show, such as a damaged history, is not caused
      // by the roster.
      let isElsewhere = KnownProblems(Checker.problems(in: hall, today: today, of: paths))
        .areNew(all)
      for index in all.indices
      where isNewSo[index] && !isElsewhere[index] && paths.contains(all[index].path) {
        isByRoster[index] = true
      }
    }
    var softened = SoftenedErrors()
    for (problem, isByRoster) in zip(all, isByRoster) where isByRoster {
      guard let meeting = minutes.meeting(at: problem.path) else { continue }
      softened.add(problem.id, problem.mark.sentence, of: meeting, problem.message)
    }
    errors = all.indices.filter { isNew[$0] && !isByRoster[$0] }.map { all[$0] }
    byRoster = softened.warnings(
      at: hall.charter,
      lead: { name in
        Phrase(
          zh: "名册换了，已召开、还没有确认的 \(name)：",
          en: "under the new roster, in \(name), which is held and not approved: ")
      },
      hint: Phrase(
        zh: "会议记录没有动，不拦；确认以前要么照新名册更正记录，要么换回原来的名册先确认",
        en: "the minutes are unchanged, and this is only a warning; before they are approved,"
          + " correct them, or put the old roster back and approve them first"))
  }
}

/// The minutes that are held and not approved, by the files where their problems appear: their own,
/// and those of their ballots.
private struct HeldMinutes {
  private var byPath: [String: Meeting] = [:]

  init(_ hall: Hall) {
    for meeting in hall.meetings where meeting.isHeld && !meeting.isApproved {
      byPath[meeting.document.path] = meeting
      for vote in meeting.votes {
        guard let book = vote.book(among: hall.ballotBooks) else { continue }
        byPath[book.document.path] = meeting
      }
    }
  }

  func meeting(at path: String) -> Meeting? { byPath[path] }

  func meetings(at paths: Set<String>) -> [Meeting] { paths.compactMap { byPath[$0] } }

  func paths(of meetings: [Meeting]) -> Set<String> {
    let own = Set(meetings.map(\.document.path))
    return Set(byPath.filter { own.contains($0.value.document.path) }.keys)
  }
}

extension Meeting {
  fileprivate func hasSameText(in hall: Hall) -> Bool {
    hall.meetings.contains {
      $0.document.path == document.path && $0.document.bytes == document.bytes
    }
  }
}

extension Charter {
  fileprivate func hasSameText(as other: Charter) -> Bool {
    rosterDocuments.map(\.bytes) == other.rosterDocuments.map(\.bytes)
  }
}

extension Hall {
  /// The hall with the roster of another hall.
  fileprivate func with(rosterOf other: Hall) -> Hall {
    Hall(
      charter: Charter(charter, rosterOf: other.charter),
      documents: matters.map(\.document) + meetings.map(\.document), ballotBooks: ballotBooks,
      past: past)
  }
}
