import HallModel
import HallSyntax
import HallWords

/// What is removed together with a person taken off an attendance, and what remains.
struct AttendanceLoss {
  private(set) var lines: [Phrase] = []

  /// - Parameters:
  ///   - old: the meeting before.
  ///   - new: the meeting after.
  init(from old: Meeting, to new: Meeting) {
    guard let before = old.attendance else { return }
    for line in before.partyLines where line.heads > line.names.count {
      guard let now = new.attendance?.partyLines.first(where: { $0.party == line.party }),
        now.names.count < line.names.count, now.heads == line.heads
      else { continue }
      let less = max(now.names.count, now.heads - (line.names.count - now.names.count))
      lines.append(
        Phrase(
          zh: "「\(line.party)」仍写 \(now.heads) 人，去掉的人还算在没写姓名的里面；人数也要减，就写"
            + " --实到 \"\(line.party) \(less)\"",
          en: "'\(line.party)' still says \(now.heads): the person taken off is counted among the"
            + " unnamed; to lower the number write --count \"\(line.party) \(less)\""))
    }
    let here = new.attendance?.presentNames ?? []
    for proxy in before.proxies
    where before.presentNames.contains(proxy.holder) && !here.contains(proxy.holder) {
      lines.append(
        Phrase(
          zh: "「\(proxy.holder)」不在场了，「\(proxy.principal)」的委托不算数",
          en: "'\(proxy.holder)' is absent, so the proxy of '\(proxy.principal)' does not count"
        ))
    }
  }
}
