import HallModel
import HallWords

/// Why git could not write to its folder, as read from its message.
package enum GitTrouble: Equatable {
  /// Another git holds a lock, or has left it behind: its path.
  case locked(String)
  /// The folder belongs to somebody else, or is not writable.
  case forbidden
  /// The disk is mounted read-only.
  case readOnly
  case full

  /// - Parameter said: git's message, in English.
  package init?(_ said: String) {
    // Lines with this prefix are about folders of the other machine.
    let lines = said.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("remote:") }
    for line in lines {
      if line.hasSuffix("Read-only file system") {
        self = .readOnly
      } else if line.contains("No space left on device") {
        self = .full
      } else if line.contains("insufficient permission for adding an object")
        || line.contains("Permission denied") && (line.contains("':") || line.contains(".git/"))
      {
        self = .forbidden
      } else if line.hasSuffix("File exists."), let path = GitTrouble.lock(line) {
        self = .locked(path)
      } else {
        continue
      }
      return
    }
    return nil
  }

  /// `fatal: Unable to create 'PATH': File exists.`, also after `cannot lock ref 'REF': `.
  package static func lock(_ said: some StringProtocol) -> String? {
    guard let start = said.firstRange(of: "Unable to create '")?.upperBound else { return nil }
    let path = said[start...].prefix { $0 != "'" }
    return path.hasSuffix(".lock") ? String(path) : nil
  }

  /// What happened, and one remedy.
  package var words: (fact: Phrase, hint: Phrase) {
    switch self {
    case .locked(let path):
      (
        Phrase(
          zh: "别的 git 正在这个文件夹里做事，或者做到一半停了",
          en: "another git is at work in this folder, or was stopped in the middle"),
        Phrase(
          zh: "等它做完再打 hall 分享；没有别的 git 在做事，就删掉「\(path)」",
          en: "run 'hall share' again when it is done; if no other git is running, remove"
            + " '\(path)'")
      )
    case .forbidden:
      (
        Phrase(
          zh: "您没有权限写这个文件夹里的「.git」，这一步存不下",
          en: "you may not write to the '.git' of this folder, and the step could not be kept"),
        Phrase(
          zh: "请管这台电脑的人把整个文件夹的写权限给您，再打 hall 分享",
          en:
            "ask the administrator of this machine to give you the folder, and run 'hall share'"
            + " again")
      )
    case .readOnly:
      (
        Phrase(
          zh: "这个盘只能读、不能写，这一步存不下",
          en: "this disk can only be read, and the step could not be kept"),
        Phrase(
          zh: "换到能写的盘上，或请管这台电脑的人看看，再打 hall 分享",
          en: "have it mounted writable, and run 'hall share' again")
      )
    case .full:
      (
        Phrase(zh: "磁盘满了，这一步存不下", en: "the disk is full, and the step could not be kept"),
        Phrase(zh: "腾出一些地方，再打 hall 分享", en: "make some room, and run 'hall share' again")
      )
    }
  }

  /// - Parameters:
  ///   - state: the state of the hall now.
  ///   - said: git's message, for people who know git.
  package func error(_ state: Phrase, _ said: String) -> Refusal {
    let (fact, hint) = words
    let isPlain = if case .locked = self { true } else { false }
    return .refused(
      Phrase(zh: "\(fact.zh)。\(state.zh)", en: "\(fact.en); \(state.en)"),
      hint: isPlain
        ? hint : Phrase(zh: "\(hint.zh)。git 说：\(said)", en: "\(hint.en). git says: \(said)"))
  }
}
