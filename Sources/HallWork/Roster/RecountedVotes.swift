import HallChecks
import HallModel
import HallSyntax
import HallWords

/// The meetings whose votes another charter counts differently: those that are held and not
/// approved. Approval fixes the results of a vote.
package struct RecountedVotes {
  package let meetings: [Meeting]

  package init(_ old: Hall, _ new: Hall, today: Day) {
    let open = old.meetings.filter { $0.isHeld && !$0.isApproved && !$0.votes.isEmpty }
    meetings = open.filter { meeting in
      let now = Meeting(meeting.document, charter: new.charter)
      let differs = meeting.votes.contains {
        old.figures(of: $0, in: meeting).all != new.figures(of: $0, in: now).all
      }
      if differs { return true }
      let paths: Set<String> = [meeting.document.path]
      let known = KnownProblems(Checker.problems(in: old, today: today, of: paths))
      return !known.new(in: Checker.problems(in: new, today: today, of: paths)).isEmpty
    }
  }

  /// Names these meetings and says how to approve them again; nil without such meetings.
  ///
  /// - Parameter cause: what counts the votes anew, such as 「新名册」.
  package func note(_ cause: Phrase) -> Phrase? {
    guard !meetings.isEmpty else { return nil }
    let names = meetings.map { $0.name }
    let calls = names.prefix(5)
    let approve = Phrase(
      zh: calls.map { "「hall 确认 \($0)」" }.joined(),
      en: calls.map { "'hall approve \($0)'" }.joined(separator: ", "))
    return Phrase(
      zh: "还有 \(names.count) 次会没有确认（\(names.joined(separator: "、"))）：会上的票会按\(cause.zh)数，"
        + "已写的应到不跟着变；先\(approve.zh)再换",
      en: "\(names.count) meeting\(names.count == 1 ? " is" : "s are") not approved"
        + " (\(names.joined(separator: ", "))): \(cause.en) counts its votes, and figures that are"
        + " written stay; approve first: \(approve.en)")
  }
}
