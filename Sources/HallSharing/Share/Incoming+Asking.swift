import HallModel
import HallStore
import HallSyntax
import HallWords

/// Messages and questions about losses, before anything is merged.
extension Sharing {
  /// Asks what to do about losses in the commits of others; nil if nothing is lost.
  ///
  /// Without a yes nothing is merged.
  func decide(_ incoming: Incoming) throws(Refusal) -> Incoming.Decision? {
    guard !incoming.isWhole else { return nil }
    let list = LossLines(incoming, language, offset: offset).all
      .map { "  " + VisibleText.line($0) }.joined(separator: "\n")
    let lead =
      incoming.removedCommits > 0
      ? Phrase(
        zh: "大家共用的地方被人改写过，原来在那里的 \(incoming.removedCommits) 次改动不见了。取回来会丢掉已经记下的：\n",
        en:
          "the shared branch was rewritten: \(incoming.removedCommits) commits that were there are"
          + " gone. Taking it in would lose what is recorded:\n")
      : incoming.losses.isEmpty && incoming.signatures.isEmpty
        ? Phrase(
          zh: "大家共用的地方有没合并完的文件：\n",
          en: "in the shared place there are files with an unfinished merge in them:\n")
        : Phrase(
          zh: "大家共用的地方，已经记下的被人删改了。取回来会丢掉：\n",
          en: "in the shared place something recorded was removed. Taking it in would"
            + " lose:\n")
    let acceptable = incoming.acceptable(in: repository)
    let putBack = Phrase(
      zh: "补回丢掉的：hall 记下 --接好，再打 hall 分享",
      en: "to put back what is gone: 'hall record --join', then 'hall share'")
    let isAnyway = isAnyway
    if isAnyway, let reason = TypedText.words(session.reason) {
      guard acceptable.isEmpty else { return .take(reason) }
      offer(incoming)
      let why = PutBackOnly.sentence(PutBackOnly.kinds(incoming, but: []))
      throw .refused(
        Phrase(
          zh: lead.zh + list + "\n这里没有可以认可的，没有取回，一切照旧：\(why.zh)",
          en: lead.en + list + "\nthere is nothing here to accept; nothing was taken in: \(why.en)"),
        hint: putBack)
    }
    guard canAsk else {
      offer(incoming)
      throw .refused(
        Phrase(zh: lead.zh + list + "\n还没有取回，一切照旧", en: lead.en + list + "\nnothing was taken in"),
        hint: acceptable.isEmpty
          ? putBack
          : Phrase(
            zh: putBack.zh + "；认可这次删改：hall 分享 --照样 -m 理由",
            en: putBack.en + "; to accept it: 'hall share --anyway -m WHY'"))
    }
    enum Reply { case putBack, take, stop }
    let take: [(Reply, Phrase)] =
      acceptable.isEmpty ? [] : [(.take, Phrase(zh: "认可这次删改，写上理由", en: "accept it, and say why"))]
    let back =
      incoming.losses.isEmpty && incoming.signatures.isEmpty
      ? Phrase(zh: "改回记下的样子，再交给大家", en: "restore what was recorded, and share")
      : Phrase(zh: "补回丢掉的，再交给大家", en: "put back what is gone, and share")
    let menu = Choice(
      Phrase(zh: lead.zh + list + "\n怎么办？", en: lead.en + list + "\nWhat shall be done?"),
      [(Reply.putBack, back)] + take
        + [(.stop, Phrase(zh: "先不取回，问清楚再说", en: "take nothing in; ask somebody first"))])
    switch try menu.ask(self) {
    case .putBack: return .putBack
    case .take:
      let question = Phrase(zh: "理由（直接回车先不取回）：", en: "Why (Enter stops): ")
      if let why = try words(question, leaving: .leavingStops) { return .take(why) }
    case .stop, nil: break
    }
    throw .refused(
      Phrase(zh: "还没有取回，一切照旧。您记下的都在这台电脑上", en: "nothing was taken in; what you recorded is here"),
      hint: Phrase(zh: "问清楚后再打 hall 分享", en: "run 'hall share' again when you know"))
  }

  /// The refused commit, and the one that was seen there before, for `hall record --join`.
  private static let offered = (commit: "refs/hall/offered", known: "refs/hall/offered-known")

  private func offer(_ incoming: Incoming) {
    _ = repository.git(["update-ref", "--no-deref", Sharing.offered.commit, incoming.theirs])
    guard let known = incoming.known else { return }
    _ = repository.git(["update-ref", "--no-deref", Sharing.offered.known, known])
  }

  /// Merges a commit that was refused for its losses, and puts back what is lost.
  ///
  /// - Returns: whether there was such a commit.
  func takeOffered(_ answer: inout Answer) throws(Refusal) -> Bool {
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

  /// Reports what was done about the losses.
  func tell(_ incoming: Incoming, _ decision: Incoming.Decision?, _ answer: inout Answer) {
    if incoming.isWhole, incoming.removedCommits > 0 {
      tell(
        "注意：大家共用的地方被人改写过，原来的 \(incoming.removedCommits) 次改动不见了；记下的一版没少。",
        "note: the shared branch was rewritten, \(incoming.removedCommits) commits are gone; no"
          + " revision is.", &answer)
    }
    guard let decision else { return }
    let acceptable = incoming.acceptable(in: repository)
    let accepted = Set(acceptable.map(\.place))
    for loss in incoming.losses {
      if case .take(let reason) = decision, accepted.contains(loss.place) {
        tell(
          "\(loss.place.title) 的删改记下了：\(reason)", "\(loss.place.title): recorded, \(reason)",
          &answer)
      } else {
        tellReturned(loss, &answer)
      }
    }
    for file in incoming.unfinished {
      tell(
        "\(file.name) 改回了记下的样子；那两种写法没有丢，懂 git 的人找得回来。",
        "\(file.name) is as it was recorded again; git has what was written there.", &answer)
    }
    if !incoming.signatures.isEmpty {
      tell(
        "\(incoming.signatures.count) 个签名已经补回。",
        "put back: \(Language.counted(incoming.signatures.count, "signature"))", &answer)
    }
    if case .take = decision, !PutBackOnly.kinds(incoming, but: acceptable).isEmpty {
      let why = PutBackOnly.sentence(PutBackOnly.kinds(incoming, but: acceptable))
      tell("补回的没有记理由：\(why.zh)。", "what was put back needs no reason: \(why.en).", &answer)
    }
  }

  private func tellReturned(_ loss: Incoming.Loss, _ answer: inout Answer) {
    let name = loss.place.title
    guard let renamed = loss.renamed else {
      return tell("\(name) 丢掉的已经补回。", "\(name): put back.", &answer)
    }
    if folder.exists(renamed) {
      tell(
        "\(name) 的文件已经补回；改了名的「\(renamed)」和它不一样，没有动：看过再删。",
        "\(name): the file was put back; '\(renamed)' says something else and stays: look at it, then"
          + " delete it.", &answer)
    } else {
      tell(
        "\(name) 改回了原来的文件名。", "\(name) has its own file name again.", &answer)
    }
  }
}
