import HallChecks
import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Reports about a merge.
extension Sharing {
  /// Reports what others have recorded; amendments first.
  func tellReceived(_ versions: HallVersions, _ answer: inout Answer) {
    var lines: [(at: String, text: String)] = []
    var hasNoted = false
    var unrecorded = versions.documents.filter { $0.value.theirs?.bytes != $0.value.base?.bytes }
    for (name, file) in versions.histories.sorted(by: { $0.key < $1.key }) {
      guard let place = HistoryPlace(named: name),
        let theirs = file.theirs?.bytes
      else { continue }
      let before = Ledger(file.base?.bytes ?? [], of: place.documentPath)
      let now = Ledger(theirs, of: place.documentPath)
      let new = now.revisions.dropFirst(LedgerJoin.common(before, now))
      if !new.isEmpty { unrecorded[name] = nil }
      // The person who approved it gets a separate message.
      let isOwn = now.approval?.by == author.name
      func isNoted(_ revision: Revision) -> Bool {
        revision.kind == .amendment && !before.revisions.isEmpty && !isOwn
      }
      for revision in new where isNoted(revision) {
        hasNoted = true
        tell(
          "注意：已经确认的 \(name) 被修正，\(revision.by)：\(revision.why)",
          "note: \(name), which is approved, was amended by \(revision.by): \(revision.why)",
          &answer)
      }
      lines += new.filter { !isNoted($0) }.map { ($0.at, "\(place.title) \($0.by)：\($0.why)") }
    }
    // Without a history there is no time.
    lines += unrecorded.keys.sorted().map { name in
      let title = HistoryPlace(named: name)?.title ?? name
      return ("9", say("\(title) 在别处改过", "\(title) was changed elsewhere"))
    }
    guard !lines.isEmpty else {
      guard versions.mended.isEmpty, !hasNoted else { return }
      return tell(
        "取回了别人交的，记录没有变。", "Taken in from the others; no record has changed.", &answer)
    }
    tell("取回别人记下的 \(lines.count) 处：", "Taken in, \(lines.count) of the others:", &answer)
    tellNewest(lines, &answer)
  }

  /// Adds lines below another, in their order; if there are more than ten, the newest, latest
  /// first.
  func tellNewest(_ lines: [(at: String, text: String)], _ answer: inout Answer) {
    let most = 10
    // Lines of the same time keep their order.
    let newest = lines.enumerated().sorted {
      ($0.element.at, $0.offset) > ($1.element.at, $1.offset)
    }
    let shown = lines.count > most ? newest.prefix(most).map(\.element) : lines
    for line in shown { answer.output += "  " + VisibleText.line(line.text) + "\n" }
    let rest = lines.count - shown.count
    if rest > 0 { tell("  更早的还有 \(rest) 条", "  and \(rest) older ones", &answer) }
  }

  /// Reports the signing keys that others have added and removed: people must know who may sign.
  func tellKeys(since base: String?, _ theirs: String, _ answer: inout Answer) {
    guard let base else { return }
    for alert in ReviewAlert.keys(in: repository, from: base, to: theirs) {
      guard let signer = alert.signer else { continue }
      if alert.kind == .keyAdded {
        tell(
          "注意：新登记了签名的钥匙：\(signer)。请当面核对是不是本人的。",
          "note: a key was enrolled: \(signer). Ask its owner whether it is theirs.", &answer)
      } else {
        tell(
          "注意：取消了签名的钥匙：\(signer)。用它签过的不再算数。",
          "note: a key was removed: \(signer). Signatures made with it are no longer"
            + " valid.", &answer)
      }
    }
  }

  func tellNothing(_ answer: inout Answer) {
    tell("没有新的：您这里和大家的一样。", "Nothing new: you have what the others have.", &answer)
  }

  /// Reports changes of approved text made without the program, and who decides about them.
  func tellWaiting(_ waiting: [UnsaidChange], _ answer: inout Answer) {
    // The person who approved it is asked instead.
    for change in waiting where change.approver != author.name {
      let words = change.words(for: author.name, offset: offset)
      tell("注意：\(words.zh)，别的照常交。", "note: \(words.en). Everything else is shared.", &answer)
    }
  }

  /// All errors in the hall.
  func errors() throws(Refusal) -> [Problem] {
    let hall = try load().hall
    let problems = Checker.problems(in: hall, today: session.today(charter))
    return problems.filter { $0.severity == .error }
  }

  /// Reports errors that are new here: facts of both sides that do not fit together, though neither
  /// side overwrote the other's.
  func tellErrors(since before: [Problem], _ answer: inout Answer) throws(Refusal) {
    let new = KnownProblems(before).new(in: try errors())
    guard !new.isEmpty else { return }
    answer.errors += say(
      "取回以后有 \(new.count) 处写错或对不上，请看一看（hall 检查）：\n",
      "\(new.count) things are now wrong or contradict each other, see 'hall check':\n")
    for problem in new.prefix(5) {
      answer.errors += VisibleText.line("  \(problem.path)：\(problem.message[language])") + "\n"
    }
  }
}
