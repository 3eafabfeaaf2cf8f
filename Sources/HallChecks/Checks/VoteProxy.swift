import HallModel
import HallSyntax

/// A committee member voted by proxy, one person gave two proxies, or the holder of one is recused.
///
/// Members of an owners' or a property management committee vote in person.
package enum VoteProxy: Check {
  package static let id = "vote-proxy"
  package static let readsHall = true
  package static let readsRoster = true
  package static let about = Phrase(
    zh: "委员会的委员应当亲自表决，不能委托；一个人不能委托两次，也不能委托自己，到了会的人不用委托；受托人回避的，不能替人投票；受托的份数不能超过规则的上限。",
    en: "Members of a committee vote in person, not by proxy; nobody gives a proxy twice, or to"
      + " themselves, or while they are there; and a recused person casts no vote for anybody. A rule may limit how many proxies one person holds."
  )

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    guard let attendance = meeting.attendance else { return }
    let document = meeting.document
    var holders: [String: String] = [:]
    let present = attendance.presentNames
    // People who came late or left early were away for a while.
    let away = Set(attendance.timedNames)
    for proxy in attendance.proxies {
      let value = document.slice(document.nodes[proxy.node].value)
      guard let change = try? Delegation(reading: value) else { continue }
      let written = NameList.Element(change.from).name
      let principal = FullWidth.name(written.nameAfterParty)
      if principal == proxy.holder {
        report.error(
          document, written.indices, zh: "「\(principal)」不能委托自己",
          en: "'\(principal)' cannot be their own proxy",
          hint: Phrase(zh: "写清楚委托了谁，或删去这一行", en: "say who holds the proxy, or remove the line"))
        continue
      }
      if present.contains(principal), !away.contains(principal) {
        report.error(
          document, written.indices, zh: "「\(principal)」到了会，又写着委托「\(proxy.holder)」",
          en: "'\(principal)' attended, and gave a proxy to '\(proxy.holder)' all the same",
          hint: Phrase(
            zh: "人到了就删去委托；中途离开的，写一行「- 早退: \(principal) 几点」",
            en: "remove the proxy; if they left early, add '- left: \(principal) HOUR'"))
      }
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
    guard let attendance = tally.meeting.attendance, !attendance.proxies.isEmpty,
      let reader = context.reader(of: tally)
    else { return }
    let present = Set(attendance.presentNames.flatMap(reader.candidates))
    checkLimit(tally, attendance, &report)
    checkHolders(tally, attendance, present, reader, context, &report)
    guard tally.rule?.builtIn == .committee else { return }
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

  /// More proxies in one hand than the rule allows.
  private static func checkLimit(
    _ tally: Tally, _ attendance: Attendance, _ report: inout Report
  ) {
    guard let limit = tally.rule?.proxyLimit else { return }
    var held: [String: Int] = [:]
    for proxy in attendance.proxies {
      held[proxy.holder, default: 0] += 1
      guard held[proxy.holder] == limit + 1 else { continue }
      let document = tally.meeting.document
      report.warning(
        document, document.nodes[proxy.node].value,
        zh: "「\(proxy.holder)」受托的多于 \(limit) 份，规则「\(tally.rule?.name ?? "")」最多 \(limit) 份",
        en:
          "'\(proxy.holder)' holds more than \(limit) proxies, the limit of '\(tally.rule?.name ?? "")'",
        hint: Phrase(zh: "多出来的改由别人受托", en: "let somebody else hold the others"))
    }
  }

  /// A recused person has no vote in the matter, for themselves or as a proxy.
  private static func checkHolders(
    _ tally: Tally, _ attendance: Attendance, _ present: Set<NamedVoter>, _ reader: VoteReader,
    _ context: CheckContext, _ report: inout Report
  ) {
    let held = attendance.proxies.filter { reader.standing(of: $0.holder) == .barred(.recused) }
    guard !tally.vote.isRemote, !held.isEmpty else { return }
    for name in context.voterNames(of: tally).cast {
      let voters = reader.candidates(name.name)
      guard present.isDisjoint(with: voters),
        let proxy = held.first(where: { !reader.candidates($0.principal).isDisjoint(with: voters) })
      else { continue }
      report.warning(
        name.document, name.range,
        zh: "「\(name.name)」的票由受托人「\(proxy.holder)」代投，而「\(proxy.holder)」这次回避",
        en: "'\(proxy.holder)', who is recused, cast the vote of '\(name.name)' by proxy",
        hint: Phrase(
          zh: "回避的人不能替人投票：从票里删去「\(name.name)」，或改由不回避的人受托",
          en: "who is recused casts no vote: take '\(name.name)' away, or name another holder"))
    }
  }
}
