import HallHistory
import HallModel
import HallStore
import HallSyntax

/// What is said and asked of a loss, before anything is taken in.
extension Sharing {
  /// The losses, a line each, with what would be gone below.
  func lines(_ incoming: Incoming) -> [String] {
    var lines: [String] = []
    func sender(_ commit: CommitFacts?) -> String {
      guard let commit else { return "" }
      return say(
        "（\(commit.by) \(commit.day) 交的「\(commit.subject.prefix(40))」）",
        " (\(commit.by), \(commit.day): '\(commit.subject.prefix(40))')")
    }
    for loss in incoming.losses {
      let sender = sender(loss.commit)
      let name = loss.place.name
      if let fault = loss.fault {
        lines.append(
          say(
            "\(name) 的历史第 \(fault.revision) 版\(fault.reason.phrase.zh)",
            "the history of \(name), revision \(fault.revision): \(fault.reason.phrase.en)")
            + sender)
        continue
      }
      lines.append(
        (loss.isGone
          ? say("\(name) 整个不见了", "\(name) is gone altogether")
          : say("\(name) 少了 \(loss.lost.count) 版", "\(name) has lost \(loss.lost.count) revisions"))
          + sender)
      for revision in loss.lost.prefix(5) {
        lines.append(
          say(
            "  第 \(revision.number) 版 \(revision.by) \(revision.at.prefix(10))：\(revision.why)",
            "  revision \(revision.number), \(revision.by) \(revision.at.prefix(10)):"
              + " \(revision.why)"))
      }
      if loss.lost.count > 5 { lines.append("  ……") }
    }
    for file in incoming.unfinished {
      lines.append(
        say(
          "「\(file.path)」里是没合并完的两种写法（<<<<<<< 和 >>>>>>>）",
          "'\(file.path)' has a merge half made in it (<<<<<<< and >>>>>>>)") + sender(file.commit))
    }
    for signature in incoming.signatures {
      let statement = signature.statement
      let party = SignerName.text(party: statement.party, person: statement.person)
      let what = say(
        "\(statement.document) 上 \(party) 的签名", "the signature of \(party) on \(statement.document)"
      )
      lines.append(
        what
          + (signature.isGone ? say("不见了", " is gone") : say("被改了", " was changed"))
          + sender(signature.commit))
    }
    return lines
  }

  /// What is to be done about what others have sent; nil where nothing of it is lost.
  ///
  /// Without a yes nothing is taken in.
  func decide(_ incoming: Incoming) throws(CommandError) -> Incoming.Decision? {
    guard !incoming.isWhole else { return nil }
    let list = lines(incoming).map { "  " + VisibleText.line($0) }.joined(separator: "\n")
    let lead =
      incoming.removedCommits > 0
      ? Phrase(
        zh: "大家共用的地方被人改写过，原来在那里的 \(incoming.removedCommits) 次提交不见了。取回来会丢掉已经记下的：\n",
        en:
          "the shared branch was rewritten: \(incoming.removedCommits) commits that were there are"
          + " gone. Taking it in would lose what is recorded:\n")
      : Phrase(
        zh: "大家共用的地方，已经记下的被人删改了。取回来会丢掉：\n",
        en: "in the shared place something that is recorded was taken away. Taking it in would"
          + " lose:\n")
    let isAnyway = invocation.call.has(ShareCommand.anyway)
    if isAnyway, let reason = MatterCommand.words(invocation.call.value(.message)) {
      return .take(reason)
    }
    guard invocation.canAsk else {
      offer(incoming)
      throw .refused(
        Phrase(zh: lead.zh + list + "\n还没有取回，一切照旧", en: lead.en + list + "\nnothing was taken in"),
        hint: Phrase(
          zh: "补回丢掉的：hall record --join，再打 hall share；"
            + "认可这次删改：hall share --anyway -m 理由",
          en: "to put back what is gone: 'hall record --join', then 'hall share'; to accept it:"
            + " 'hall share --anyway -m WHY'"))
    }
    enum Reply { case putBack, take, stop }
    let menu = Menu(
      Phrase(zh: lead.zh + list + "\n怎么办？", en: lead.en + list + "\nWhat shall be done?"),
      [
        (Reply.putBack, Phrase(zh: "补回丢掉的，再交给大家", en: "put back what is gone, and share")),
        (.take, Phrase(zh: "认可这次删改，写上理由", en: "accept it, and say why")),
        (.stop, Phrase(zh: "先不取回，问清楚再说", en: "take nothing in, and ask first")),
      ], hasDefault: false)
    switch menu.ask(invocation.context.console, language) {
    case .putBack: return .putBack
    case .take:
      let reply = invocation.context.console.line(
        Prompt(say("理由（直接回车先不取回）：", "Why (Enter stops): ")))
      if let why = MatterCommand.words(reply) { return .take(why) }
    case .stop, nil: break
    }
    throw .refused(
      Phrase(zh: "还没有取回，一切照旧。你记下的都在这台电脑上", en: "nothing was taken in; what you recorded is here"),
      hint: Phrase(zh: "问清楚后再打 hall share", en: "run 'hall share' again when you know"))
  }

  /// The commit that was not taken in, and the one that was seen there before, for
  /// `hall record --join`.
  private static let offered = (commit: "refs/hall/offered", known: "refs/hall/offered-known")

  private func offer(_ incoming: Incoming) {
    _ = repository.git(["update-ref", "--no-deref", Sharing.offered.commit, incoming.theirs])
    guard let known = incoming.known else { return }
    _ = repository.git(["update-ref", "--no-deref", Sharing.offered.known, known])
  }

  /// Takes in what was not taken in for its losses, and puts back what is gone.
  ///
  /// - Returns: whether there was such a thing.
  func takeOffered(_ answer: inout Answer) throws(CommandError) -> Bool {
    guard let offered = repository.commit(Sharing.offered.commit) else { return false }
    let known = repository.commit(Sharing.offered.known)
    let isIn = repository.commit("HEAD").map { repository.isAncestor(offered, of: $0) } ?? false
    if !isIn {
      try requireQuiet()
      try commitOwn(&answer)
      try bringIn(offered, known: known, decision: .putBack, &answer)
      if let known { keepSeen(offered, inPlaceOf: known) }
    }
    for ref in [Sharing.offered.commit, Sharing.offered.known] {
      _ = repository.git(["update-ref", "-d", ref])
    }
    return !isIn
  }

  /// Says what has become of it.
  func tell(_ incoming: Incoming, _ decision: Incoming.Decision?, _ answer: inout Answer) {
    if incoming.isWhole, incoming.removedCommits > 0 {
      tell(
        "注意：大家共用的地方被人改写过，原来的 \(incoming.removedCommits) 次提交不见了；记下的一版没少。",
        "note: the shared branch was rewritten, \(incoming.removedCommits) commits are gone; no"
          + " revision is.", &answer)
    }
    guard let decision else { return }
    for loss in incoming.losses {
      switch decision {
      case .putBack:
        tell("\(loss.place.name) 丢掉的已经补回。", "\(loss.place.name): put back.", &answer)
      case .take where loss.isGone:
        tell(
          "\(loss.place.name) 已经补回：文件从不删除，不开的会用「hall 取消」。",
          "\(loss.place.name) was put back: a document is never deleted; cancel a meeting.", &answer
        )
      case .take(let reason):
        tell(
          "\(loss.place.name) 的删改记下了：\(reason)", "\(loss.place.name): recorded, \(reason)", &answer)
      }
    }
    for file in incoming.unfinished {
      tell(
        "\(file.name) 改回了记下的样子；那两种写法在 git 里还有。",
        "\(file.name) is as it was recorded again; git has what was written there.", &answer)
    }
    if case .putBack = decision, !incoming.signatures.isEmpty {
      tell(
        "\(incoming.signatures.count) 个签名已经补回。",
        "put back: \(incoming.signatures.count) signatures", &answer)
    }
  }
}
