import HallModel
import HallSyntax

/// A member of a committee voted by proxy, or one person gave two proxies.
///
/// Members of an owners' or a property management committee vote in person.
package enum VoteProxy: Check {
  package static let id = "vote-proxy"
  package static let about = Phrase(
    zh: "委员会的委员应当亲自表决，不能委托；一个人也不能委托两次。",
    en: "Members of a committee vote in person, not by proxy; and nobody gives a proxy twice.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    guard let attendance = meeting.attendance else { return }
    let document = meeting.document
    var holders: [String: String] = [:]
    for proxy in attendance.proxies {
      let value = document.slice(document.nodes[proxy.node].value)
      guard let change = try? Change(reading: value) else { continue }
      let written = NameList.Element(change.from).name
      let principal = FullWidth.name(written.nameBehindParty)
      guard let earlier = holders[principal] else {
        holders[principal] = proxy.holder
        continue
      }
      report.error(
        document, written.indices, zh: "「\(principal)」已经委托了「\(earlier)」",
        en: "'\(principal)' already gave a proxy to '\(earlier)'",
        hint: Phrase(zh: "只留一行委托", en: "keep one of the two lines"))
    }
  }

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard tally.rule?.builtIn == .committee, let attendance = tally.meeting.attendance,
      !attendance.proxies.isEmpty, let reader = context.reader(of: tally)
    else { return }
    let present = Set(attendance.presentNames.flatMap(reader.candidates))
    let represented = Set(attendance.representedNames.flatMap(reader.candidates))
    for name in context.voterNames(of: tally).cast {
      let voters = reader.candidates(name.name)
      guard present.isDisjoint(with: voters), !represented.isDisjoint(with: voters) else {
        continue
      }
      report.warning(
        name.document, name.range, zh: "「\(name.name)」没有到会，是委托他人表决的；委员应当亲自表决",
        en: "'\(name.name)' voted by proxy; members of a committee vote in person",
        hint: Phrase(zh: "不计这一票，从名单里删去", en: "do not count it: take the name away"))
    }
  }
}
