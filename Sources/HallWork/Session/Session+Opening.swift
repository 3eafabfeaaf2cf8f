import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A hall that is opened to be written to.
extension Session {
  /// Loads the hall, with nobody else writing until what is loaded is let go.
  ///
  /// - Parameter keepsLock: whether nobody else writes until the work is done. What waits for a person
  ///   or an editor must not keep others waiting: it takes the lock again to record, and a document
  ///   that was changed meanwhile is refused then.
  package func open(keepsLock: Bool = true) throws(Refusal) -> LoadedHall {
    var lock: HallLock?
    if !isDryRun {
      // Before anything is read: several at once wait for one another and all get through.
      do throws(HallWriter.Failure) { lock = try HallWriter(folder).lock(patience) } catch {
        throw .writing(error)
      }
      try takeBackStopped()
    }
    var loaded: LoadedHall
    do throws(StoreFailure) {
      let (hall, failures) = try folder.load()
      loaded = LoadedHall(folder: folder, hall: hall, failures: failures)
    } catch {
      throw .store(error)
    }
    // Nobody writes by rules that could not be read.
    if let failure = loaded.failures.first(where: { $0.path == HallFolder.charterPath }) {
      throw .store(failure)
    }
    guard !loaded.hall.charter.isOfNewerFormat else {
      throw .newerFormat(loaded.hall.charter.format)
    }
    if keepsLock { loaded.lock = lock }
    withExtendedLifetime(lock) {}
    return loaded
  }

  /// How long to wait for another program that writes, and what to say meanwhile.
  package var patience: HallLock.Patience {
    HallLock.Patience { [world, language] in
      world.say(
        Phrase(zh: "另一个 hall 正在写，等一等……\n", en: "another hall is writing; waiting for it...\n")[
          language])
    }
  }

  /// Takes back what a call that was stopped has left half done in git, with the hall's lock held;
  /// says so.
  package func takeBackStopped() throws(Refusal) {
    guard let note = folder.sharingNote else { return }
    let repository = try Repository.required(around: folder.root, world.programs)
    let stopped = StoppedSharing(
      folder: folder, repository: repository, note: note,
      moment: Timestamp.text(world.now, offset: world.machineOffset))
    guard stopped.takeBack() else { return }
    world.say(
      Phrase(
        zh: "上一次交到一半停下了，已经退回到开始前的样子，什么都没有丢。\n",
        en:
          "the last share was stopped in the middle; all is as it was before, and nothing is lost\n"
      )[
        language])
  }
}
