import HallGit
import HallHistory
import HallModel
import HallSyntax
import HallWords

/// What others' commits would lose, in a few lines: the newest first, and the number of the rest.
struct LossLines {
  /// One history or signature that has lost something.
  private struct Entry {
    let head: Phrase
    /// The lost revisions, newest first.
    var revisions: [Revision] = []
    let commit: CommitFacts?
    /// The time of the newest lost thing.
    let at: String
  }

  /// The maximum number of lines.
  private static let most = 8

  private let language: Language
  private let offset: Int
  private let entries: [Entry]

  /// - Parameter offset: the hall's own clock, in seconds east of Greenwich.
  init(_ incoming: Incoming, _ language: Language, offset: Int) {
    (self.language, self.offset) = (language, offset)
    let losses = incoming.losses.map { loss in
      Entry(
        head: LossLines.head(loss), revisions: loss.isGone ? [] : loss.lost.reversed(),
        commit: loss.commit,
        at: loss.lost.last?.at ?? loss.before.revisions.last?.at ?? "")
    }
    let signatures = incoming.signatures.map { signature in
      let statement = signature.statement
      let party = SignerName.shown(
        SignerName.text(party: statement.party, person: statement.person))
      let (zh, en) =
        signature.isGone ? ("不见了", "is gone") : ("被改了", "was changed")
      return Entry(
        head: Phrase(
          zh: "\(statement.document) 上 \(party) 的签名\(zh)",
          en: "the signature of \(party) on \(statement.document) \(en)"),
        commit: signature.commit, at: "")
    }
    let unfinished = incoming.unfinished.map { file in
      Entry(
        head: Phrase(
          zh: "「\(file.path)」里是没合并完的两种写法（<<<<<<< 和 >>>>>>>）",
          en: "'\(file.path)' has an unfinished merge in it (<<<<<<< and >>>>>>>)"),
        commit: file.commit, at: "")
    }
    entries = losses.sorted { ($0.at, $1.head.zh) > ($1.at, $0.head.zh) } + unfinished + signatures
  }

  private static func head(_ loss: Incoming.Loss) -> Phrase {
    let (name, count) = (loss.place.title, loss.lost.count)
    if let fault = loss.fault {
      return Phrase(
        zh: "\(name) 的历史第 \(fault.revision) 版\(fault.reason.phrase.zh)",
        en: "the history of \(name), revision \(fault.revision): \(fault.reason.phrase.en)")
    }
    if let other = loss.renamed {
      return Phrase(
        zh: "\(name) 被改名叫「\(other)」，这个名字认不出是它",
        en: "\(name) was renamed to '\(other)', a name by which it cannot be recognised")
    }
    if loss.isGone {
      return Phrase(zh: "\(name) 整个不见了", en: "\(name) is gone altogether")
    }
    if loss.now.revisions.isEmpty {
      return Phrase(
        zh: "\(name) 的历史整个不见了，共 \(count) 版",
        en: "the whole history of \(name) is gone, \(Language.counted(count, "revision"))")
    }
    return Phrase(
      zh: "\(name) 少了 \(count) 版", en: "\(name) has lost \(Language.counted(count, "revision"))")
  }

  /// The lines; those below another are indented by two blanks.
  var all: [String] {
    let isLong = entries.count > LossLines.most
    let shown = entries.prefix(isLong ? LossLines.most - 1 : LossLines.most)
    var room = LossLines.most - shown.count - (isLong ? 1 : 0)
    var lines: [String] = []
    var last: CommitFacts?
    for (index, entry) in shown.enumerated() {
      var head = entry.head[language]
      // The author of several losses in a row is named once.
      if let commit = entry.commit, commit != last { head += sender(commit) }
      last = entry.commit ?? last
      lines.append(head)
      let left = shown.count - index
      let count = min(entry.revisions.count, (room + left - 1) / left)
      room -= count
      lines += entry.revisions.prefix(count).map(line)
    }
    guard isLong else { return lines }
    let rest = entries.dropFirst(shown.count)
    let revisions = rest.reduce(0) { $0 + $1.revisions.count }
    lines.append(
      Phrase(
        zh: "另有 \(rest.count) 份也是这样" + (revisions > 0 ? "，共 \(revisions) 版" : ""),
        en: "and \(rest.count) more"
          + (revisions > 0 ? ", \(Language.counted(revisions, "revision"))" : ""))[language])
    return lines
  }

  private func line(_ revision: Revision) -> String {
    Phrase(
      zh: "  第 \(revision.number) 版 \(revision.by) \(revision.at.prefix(10))：\(revision.why)",
      en: "  revision \(revision.number), \(revision.by) \(revision.at.prefix(10)): \(revision.why)"
    )[
      language]
  }

  private func sender(_ commit: CommitFacts) -> String {
    let day = commit.day(offset: offset)
    return Phrase(
      zh: "（\(commit.by) \(day) 交的「\(commit.subject.prefix(40))」）",
      en: " (\(commit.by), \(day): '\(commit.subject.prefix(40))')")[language]
  }
}
