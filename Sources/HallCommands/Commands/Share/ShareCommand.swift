import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall share`: brings the hall's folder and everybody else's together.
enum ShareCommand: Command {
  static let anyway = OptionSpec(
    "--anyway",
    summary: Phrase(zh: "有写错的地方也照样交", en: "share though there are errors"))

  static let spec = CommandSpec(
    "share", aliases: ["分享"],
    summary: Phrase(zh: "把记下的交给大家，取回别人记下的", en: "give others what is recorded, and take in theirs"),
    options: OptionSpec.writing + [anyway],
    details: Phrase(
      zh: "先把没记下的改动记进历史，再交给大家，并取回别人的。两边改了不同的事，自动合在一起；"
        + "同一件事两边记得不一样，就一条一条问你以谁为准，不在终端里则停下来列出来。\n"
        + "别人交的会丢掉已经记下的（退回、改写过历史），先告诉你，不点头不取回。\n"
        + "停下来时什么都不会丢：自己记下的还在这台电脑上，下次接着交。没有网络也能用。"
        + "只动议事厅自己的文件，从不覆盖别人的。",
      en:
        "Records what is not recorded yet, commits the hall's files, merges what others have shared"
        + " and pushes. Different facts are merged; where both sides say something else of one fact,"
        + " you are asked, or, off a terminal, it stops and lists them.\n"
        + "What would lose something that is recorded (a revert, a history made anew) is told first, and"
        + " not taken in without a yes.\n"
        + "Where it stops nothing is lost: what was recorded is committed here. It works offline,"
        + " touches only the hall's own files and never force-pushes."),
    examples: ["hall share", "hall share -m 更正户数", "hall share --dry-run"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    guard invocation.call.values(.hall).count <= 1,
      let folder = try invocation.folders(&answer).first
    else { throw .oneHallOnly }
    let sharing = try Sharing(invocation, folder)
    if invocation.call.has(.dryRun) {
      try sharing.preview(&answer)
      return answer
    }
    try sharing.requireQuiet()
    if try sharing.isSettled(&answer) {
      sharing.tellUnseen(&answer)
      if answer.output.isEmpty { sharing.tellNothing(&answer) }
      return answer
    }
    try sharing.settleOwn(&answer)
    var isBroken = try sharing.commitOwn(&answer)
    // Others may share at the same moment: then theirs is taken in first, and again.
    var before: String?
    var locked: (place: SharedPlace, said: String)?
    for _ in 1...5 {
      let place: SharedPlace
      switch try sharing.sharedPlace() {
      case .none(.noRemote):
        sharing.tell(
          "还没有设大家共用的地方，改动只在这台电脑上。",
          "There is no place shared with others yet; everything is on this machine.", &answer)
        sharing.tell(
          "设好以后再打一次：git remote add origin 地址",
          "Name one, and run it again: git remote add origin ADDRESS", &answer)
        return answer
      case .none(.unreachable(let remote, let result)):
        throw sharing.unreachable(remote, result, .asking)
      case .none(.otherBranch(let choice)): place = try sharing.choose(choice)
      case .place(let found): place = found
      }
      // Asked before git moves its own mark.
      let known = sharing.seen(place)
      try sharing.requireNotEmptied(place, known: known)
      // What is here already need not be fetched.
      let isSame = place.commit != nil && place.commit == sharing.repository.commit("HEAD")
      let theirs = isSame ? place.commit : try sharing.fetch(place)
      if let theirs {
        try sharing.bringIn(theirs, known: known, &answer)
        sharing.keepSeen(place, theirs)
      }
      if isBroken { isBroken = try sharing.requireShareable() }
      try sharing.settleWaiting(&answer)
      switch try sharing.push(place, over: theirs) {
      case .nothing:
        sharing.keepSeen(place)
        sharing.tellRenamed(place, &answer)
        sharing.tellUnseen(&answer)
        if answer.output.isEmpty { sharing.tellNothing(&answer) }
        return answer
      case .done:
        sharing.keepSeen(place)
        sharing.tellRenamed(place, &answer)
        sharing.tellShared(place, &answer)
        sharing.tellUnseen(&answer)
        return answer
      case .behind(let said):
        // Nobody has shared anything, and a lock stays: waiting does not help.
        locked = place.commit == before && said.contains(".lock") ? (place, said) : nil
        before = place.commit
      case .unseen: throw Sharing.unseen(place)
      case .refused(let said): throw sharing.notTaken(place, said)
      }
    }
    if let locked { throw sharing.notTaken(locked.place, locked.said) }
    throw .refused(
      Phrase(zh: "别人一直在交，还没轮到", en: "others kept sharing at the same moment"),
      hint: Phrase(zh: "过一会儿再打 hall share；你记下的都在", en: "try again; nothing is lost"))
  }
}
