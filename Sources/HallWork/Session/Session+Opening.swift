import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Opening a hall to write to it.
extension Session {
  /// Loads the hall; nobody else can write until the result is released.
  ///
  /// - Parameter keepsLock: whether nobody else may write until the work is done. A caller that
  ///   waits for a person or an editor must not block others: it takes the lock again to record,
  ///   and if a document was changed meanwhile, recording is refused.
  package func open(keepsLock: Bool = true) throws(Refusal) -> LoadedHall {
    var lock: HallLock?
    if !isDryRun {
      // Before anything is read: several at once wait for one another and all succeed.
      do throws(HallWriter.Failure) { lock = try HallWriter(folder).lock(patience) } catch {
        throw .writing(error)
      }
      try takeBackStopped()
    }
    var loaded = try read()
    // Nobody may write under rules that could not be read.
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

  /// Loads the hall to read it.
  package func read() throws(Refusal) -> LoadedHall {
    do throws(StoreFailure) {
      let (hall, failures) = try folder.load()
      return LoadedHall(folder: folder, hall: hall, failures: failures)
    } catch {
      throw .store(error)
    }
  }

  /// How long to wait for another program that writes, and the message meanwhile.
  package var patience: HallLock.Patience {
    HallLock.Patience { [world, language] in
      world.say(
        Phrase(zh: "另一个 hall 正在写，等一等……\n", en: "another hall is writing; waiting for it...\n")[
          language])
    }
  }

  /// Undoes what a stopped call has left half done in git, while holding the hall's lock, and says
  /// so.
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
