import HallGit
import HallModel
import HallWords

/// A branch whose name differs from the one the others share on: somebody has started it, on
/// purpose or by mistake.
struct BranchChoice {
  /// This machine's branch.
  let branch: String
  /// The shared place if it is shared beside the others' branch.
  let own: SharedPlace
  /// The shared place of the others.
  let main: SharedPlace
}

extension Sharing {
  /// Asks where a branch with a different name is shared from now on.
  func choose(_ choice: BranchChoice) throws(Refusal) -> SharedPlace {
    let (branch, main) = (choice.branch, choice.main.branch)
    let fact = Phrase(
      zh: "现在在分支「\(branch)」上，大家用的是「\(main)」",
      en: "this is the branch '\(branch)', and the others share on '\(main)'")
    guard canAsk else {
      let remote = choice.main.remote
      throw .refused(
        Phrase(zh: fact.zh + "，没有交", en: fact.en + "; nothing was shared"),
        hint: Phrase(
          zh: "在终端里打 hall 分享，会问您交到哪一条；不在终端里，先定好再打 hall 分享："
            + "交到大家那条：git branch -u \(remote)/\(main)；另交一条：git push -u \(remote) \(branch)",
          en:
            "in a terminal 'hall share' asks where to share; elsewhere set it first, then run 'hall"
            + " share' again: on the others' branch: git branch -u \(remote)/\(main); on a"
            + " separate branch: git push -u \(remote) \(branch)"))
    }
    enum Reply { case main, own, stop }
    let menu = Choice(
      Phrase(zh: fact.zh + "。记下的交到哪里？", en: fact.en + ". Where shall it go?"),
      [
        (
          Reply.main,
          Phrase(
            zh: "交到大家用的「\(main)」，和大家的合在一起（以后也是）",
            en: "to '\(main)', together with theirs, from now on")
        ),
        (
          .own,
          Phrase(
            zh: "另交一条「\(branch)」给大家看，不合在一起",
            en: "to '\(branch)' beside it, for the others to look at")
        ),
        (.stop, Phrase(zh: "先不交，问清楚再说", en: "nowhere yet; ask somebody first")),
      ])
    let place: SharedPlace
    switch try menu.ask(self) {
    case .main: place = choice.main
    case .own: place = choice.own
    case .stop, nil:
      throw .refused(
        Phrase(
          zh: "没有交，一切照旧。您记下的都在这台电脑上", en: "nothing was shared; what you recorded is here"),
        hint: Phrase(zh: "问清楚后再打 hall 分享", en: "run 'hall share' again when you know"))
    }
    // Asked only once: the answer is kept in the repository's settings, as git's upstream.
    _ = git(["config", "branch.\(branch).remote", place.remote])
    _ = git(["config", "branch.\(branch).merge", place.reference])
    return place
  }
}
