import HallGit
import HallModel
import HallWords

extension Sharing {
  /// The purpose of a call to another machine.
  enum Call {
    /// To list its branches. That takes less than a minute, but a person may be typing a password.
    case asking
    /// To send or receive, which may be much data.
    case moving
  }

  /// Runs git when it may have to wait for another machine: after two seconds there is a message,
  /// and a machine that accepts the connection but never answers is given up.
  func network(_ words: [String], _ call: Call) -> ProgramResult {
    let say = session.world.say
    let text = Phrase(
      zh: "大家共用的地方还没有回音，等一等……（Ctrl-C 停下，什么都不会丢）\n",
      en: "the shared place has not answered yet, waiting ... (Ctrl-C stops; nothing is lost)\n")
    let word = ProgramCall.Waiting(seconds: 2) { [language, hasWaited] in
      hasWaited.once { say(text[language]) }
    }
    return git(words, patience: Patience(word: word, limit: limit(call)))
  }

  private func limit(_ call: Call) -> Int {
    switch call {
    case .asking: canAsk ? 180 : 60
    case .moving: 600
    }
  }

  /// The message about a remote that was not reached.
  func unreachable(_ remote: String, _ result: ProgramResult, _ call: Call) -> Refusal {
    let said = Sharing.words(result)
    let kept = Phrase(zh: "改动已经存在这台电脑上，没有丢", en: "everything is committed on this machine")
    if let trouble = GitTrouble(result.errorText) { return trouble.error(kept, said) }
    if result.isOverdue {
      let minutes = limit(call) / 60
      return .refused(
        Phrase(
          zh: "大家共用的地方（\(remote)）等了 \(minutes) 分钟没有回音，不再等了。\(kept.zh)",
          en: "'\(remote)' has not answered for \(minutes) min, so the attempt was given up;"
            + " \(kept.en)"),
        hint: Phrase(
          zh: "有网络时再打一次 hall 分享；还不行，请管共用地方的人看看",
          en: "try 'hall share' again later; if it goes on, ask its administrator"))
    }
    return .refused(
      Phrase(
        zh: "连不上大家共用的地方（\(remote)）。\(kept.zh)", en: "'\(remote)' cannot be reached; \(kept.en)"),
      hint: Phrase(
        zh: "有网络时再打一次 hall 分享" + (said.isEmpty ? "" : "；还不行，把 git 说的给懂的人看：\(said)"),
        en: "try 'hall share' again later" + (said.isEmpty ? "" : "; git says: \(said)")))
  }
}
