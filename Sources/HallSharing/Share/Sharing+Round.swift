import HallGit
import HallModel
import HallWords

/// One round of sharing, in both directions.
extension Sharing {
  /// Records and commits what is here, merges what the others have shared, and pushes.
  package func share(_ answer: inout Answer) throws(Refusal) {
    try requireQuiet()
    if try isSettled(&answer) {
      tellUnseen(&answer)
      if answer.output.isEmpty { tellNothing(&answer) }
      return
    }
    try settleOwn(&answer)
    var isBroken = try commitOwn(&answer)
    // If others push at the same moment, theirs is merged first, and the push is tried again.
    var before: String?
    var locked: (place: SharedPlace, said: String)?
    for _ in 1...5 {
      let place: SharedPlace
      switch try sharedPlace() {
      case .none(.noRemote):
        tell(
          "还没有设大家共用的地方，改动只在这台电脑上。",
          "There is no place shared with others yet; everything is on this machine.", &answer)
        tell(
          "设好以后再打一次：git remote add origin 地址",
          "Name one, and run it again: git remote add origin ADDRESS", &answer)
        return
      case .none(.unreachable(let remote, let result)):
        throw unreachable(remote, result, .asking)
      case .none(.otherBranch(let choice)): place = try choose(choice)
      case .place(let found): place = found
      }
      // Read before git moves its remote-tracking ref.
      let known = seen(place)
      try requireNotEmptied(place, known: known)
      // A commit that is already here need not be fetched.
      let isSame = place.commit != nil && place.commit == repository.commit("HEAD")
      let theirs = isSame ? place.commit : try fetch(place)
      if let theirs {
        try bringIn(theirs, known: known, &answer)
        keepSeen(place, theirs)
      }
      if isBroken { isBroken = try requireShareable() }
      try settleWaiting(&answer)
      switch try push(place, over: theirs) {
      case .nothing:
        keepSeen(place)
        tellRenamed(place, &answer)
        tellUnseen(&answer)
        if answer.output.isEmpty { tellNothing(&answer) }
        return
      case .done:
        keepSeen(place)
        tellRenamed(place, &answer)
        tellShared(place, &answer)
        tellUnseen(&answer)
        return
      case .behind(let said):
        // Nobody has pushed anything, and a lock remains: waiting does not help.
        locked = place.commit == before && said.contains(".lock") ? (place, said) : nil
        before = place.commit
      case .unseen: throw Sharing.unseen(place)
      case .refused(let said): throw notTaken(place, said)
      }
    }
    if let locked { throw notTaken(locked.place, locked.said) }
    throw .refused(
      Phrase(zh: "别人一直在交，还没轮到", en: "others kept sharing at the same moment"),
      hint: Phrase(zh: "过一会儿再打 hall 分享；您记下的都在", en: "try again; nothing is lost"))
  }
}
