import HallChecks
import HallHistory
import HallModel
import HallStore
import HallSyntax

extension HallWriter.Failure {
  /// What kept a change from being recorded. Nothing was written, unless it says so.
  var phrase: Phrase {
    switch self {
    case .disk(let failure) where failure.isNoFile:
      Phrase(
        zh: "「\(failure.path)」是链接，或者不是普通文件，没有写",
        en: "'\(failure.path)' is a link, or no plain file; it was not written to")
    case .disk(let failure):
      Phrase(
        zh: "写不了「\(failure.path)」：\(failure.words.zh)，什么也没有改",
        en: "cannot write '\(failure.path)': \(failure.words.en); nothing was changed")
    case .unfinished(let failure):
      Phrase(
        zh: "改动已经记下，但还没有全部写到位：「\(failure.path)」，\(failure.words.zh)",
        en: "the change is recorded, but not all of it is in its place: '\(failure.path)':"
          + " \(failure.words.en)")
    case .busy:
      Phrase(
        zh: "另一个 hall 一直在写，等不到，什么也没有改",
        en: "another hall has been writing all the time; nothing was changed")
    case .store(let failure):
      Phrase(
        zh: "\(failure.path)：\(failure.phrase.zh)", en: "\(failure.path): \(failure.phrase.en)")
    case .foreign(let fault, let folder): fault.phrase(folder)
    case .outside(let path):
      Phrase(
        zh: "「\(path)」不是议事厅的文件，没有写", en: "'\(path)' is no file of a hall; it was not written to")
    case .changedMeanwhile(let path):
      Phrase(
        zh: "「\(path)」刚刚被别人改过，什么也没有写", en: "'\(path)' was changed meanwhile; nothing was written")
    case .noIdentifier(let path):
      Phrase(zh: "「\(path)」没有编号，记不了历史", en: "'\(path)' has no identifier to keep a history under")
    case .sameIdentifier(let first, let second):
      Phrase(
        zh: "「\(first)」和「\(second)」编号相同，不能共用一份历史",
        en: "'\(first)' and '\(second)' have one identifier and cannot share a history")
    case .notText(let path):
      Phrase(
        zh: "「\(path)」不是 UTF-8 文字，或是空的，没有记",
        en: "'\(path)' is empty or not UTF-8; it was not recorded")
    case .merging(let path):
      Phrase(
        zh: "「\(path)」里还有没合并完的标记（<<<<<<< 和 >>>>>>>），两边的话还没有定。什么也没有记",
        en:
          "'\(path)' still has the markers of a merge (<<<<<<< and >>>>>>>): nobody has decided what"
          + " goes; nothing was recorded")
    case .history(let path, let fault):
      Phrase(
        zh: "「\(path)」第 \(fault.revision) 版\(fault.reason.phrase.zh)，没有再往后记",
        en: "'\(path)', revision \(fault.revision): \(fault.reason.phrase.en); nothing was added")
    case .lostRevisions(let path, let has, let had):
      Phrase(
        zh: "「\(path)」"
          + (has == 0 ? "是空的、不见了，或从第 1 版起就断了" : "只剩 \(has) 版")
          + (had.map { "，这台电脑上记过第 \($0) 版" } ?? "") + "；什么也没有记",
        en: "'\(path)' "
          + (has == 0 ? "is empty, gone or cut off in revision 1" : "ends with revision \(has)")
          + (had.map { ", and revision \($0) was recorded on this machine" } ?? "")
          + "; nothing was recorded")
    case .startNeedsReason:
      Phrase(zh: "重新开始历史要写理由", en: "to start a history over needs a reason")
    case .needsReason(let path):
      Phrase(zh: "「\(path)」已经确认，改动要写理由", en: "'\(path)' is approved: a change needs a reason")
    case .notFigures(let path, let fault):
      Phrase(
        zh: "「\(path)」已经确认，这不只是补票数：\(fault.words.zh)；什么也没有改",
        en: "'\(path)' is approved, and this does not only add figures: \(fault.words.en); nothing"
          + " was changed")
    case .unrecordedAmendment(let path):
      Phrase(
        zh: "「\(path)」已经确认，却有还没记下的改动",
        en: "'\(path)' is approved and has a change that is not recorded")
    }
  }

  var hint: Phrase? {
    switch self {
    case .disk(let failure) where failure.isNoFile:
      Phrase(zh: "请把文件（文件夹）本身放进议事厅", en: "put the file or the folder itself into the hall")
    case .disk(let failure): failure.hint
    case .unfinished:
      Phrase(
        zh: "下一个写入的命令会把它写完", en: "the next command that writes will finish it")
    case .busy:
      Phrase(
        zh: "看看有没有开着的 hall，关掉它再试",
        en: "look for a hall that is still open, close it, and try again")
    case .store(let failure): failure.hint
    case .foreign(let fault, _): fault.hint
    case .outside:
      Phrase(zh: "会议放在 agendas/，问题放在 matters/", en: "meetings go to agendas/, matters to matters/")
    case .changedMeanwhile: Phrase(zh: "看一看再试一次", en: "look at it and try again")
    case .noIdentifier: Phrase(zh: "在开头写上编号", en: "write its identifier in the front matter")
    case .sameIdentifier: Phrase(zh: "改掉其中一个编号", en: "give one of them another")
    case .notText: Phrase(zh: "用编辑器另存为 UTF-8", en: "save it as UTF-8")
    case .merging:
      Phrase(
        zh: "在文件里留下对的，删掉标记，再打一次；或用「hall record --join」改回记下的样子",
        en:
          "keep what is right in the file, take the markers out and run it again; or put back what"
          + " is recorded with 'hall record --join'")
    case .history(let path, let fault) where fault.isOfLineEnds: .unixLineEnds(path)
    case .history(let path, _): .bringBack(path)
    case .lostRevisions(let path, _, _):
      Phrase(
        zh: "先从备份或 git 找回「\(path)」；实在找不回来，用「hall record \(name(path, "编号"))"
          + " --start-over -m 理由」",
        en: "get '\(path)' back from a copy or from git; if there is none, 'hall record"
          + " \(name(path, "ID")) --start-over -m WHY'")
    case .startNeedsReason: Phrase(zh: "用 -m 写上理由", en: "give it with -m WHY")
    case .needsReason: Phrase(zh: "用 -m 写上理由", en: "give it with -m WHY")
    case .notFigures(_, .unreasoned):
      Phrase(zh: "用 -m 写上理由", en: "give it with -m WHY")
    case .notFigures(let path, _):
      Phrase(
        zh: "确实要改，用「hall amend \(name(path, "编号")) -m 理由」",
        en: "if it must be: 'hall amend \(name(path, "ID")) -m WHY'")
    case .unrecordedAmendment:
      Phrase(zh: "先用「hall record -m 理由」记下它", en: "record it first with 'hall record -m WHY'")
    }
  }
}

/// What a document is called in a call; a history has its document's name.
private func name(_ path: String, _ unknown: String) -> String {
  if path.hasSuffix("hall.md") { return "hall" }
  return DocumentID(fileName: path)?.text ?? unknown
}

extension HallWriter.Notice {
  var phrase: Phrase {
    switch self {
    case .cutOff(let place, let number, true):
      Phrase(
        zh: "\(place.name) 第 \(number) 版没有写完，已重新记下",
        en: "\(place.name): the writing of revision \(number) was cut off; it is recorded again")
    case .cutOff(let place, let number, false):
      Phrase(
        zh: "\(place.name) 第 \(number) 版没有写完，已拿掉；文件还是第 \(number - 1) 版的样子",
        en:
          "\(place.name): the writing of revision \(number) was cut off; it is taken away, and the"
          + " document is as after revision \(number - 1)")
    case .copied(let path, let copy):
      Phrase(
        zh: "\(path) 原来的样子留在 \(copy)（只有您能看）",
        en: "\(path) as it was is kept in \(copy), which only you may read")
    case .approvedWithoutHistory(let place):
      Phrase(
        zh: "\(place.name) 已经确认，却没有历史：这是第 1 版。如果以前记过，先从备份或 git 找回 \(place.path)",
        en: "\(place.name) is approved and had no history: this is revision 1. If it was recorded"
          + " before, get \(place.path) back from a copy or from git")
    }
  }
}

extension DiskFailure {
  /// What the disk said.
  var words: Phrase {
    switch cause {
    case .full: Phrase(zh: "磁盘满了", en: "the disk is full")
    case .notAllowed: Phrase(zh: "没有写入权限", en: "permission denied")
    case .readOnly: Phrase(zh: "磁盘是只读的", en: "the disk is read-only")
    case .tooLarge: Phrase(zh: "文件太大", en: "the file is too large")
    case .broken: Phrase(zh: "磁盘读写出错", en: "the disk has an error")
    case .noDescriptors:
      Phrase(zh: "打开的文件太多", en: "too many files are open")
    case .other:
      Phrase(
        zh: "\(operation) 出错（系统错误 \(number)）", en: "\(operation) failed (system error \(number))")
    }
  }

  var hint: Phrase {
    if isClosedFolder, cause == .notAllowed {
      let call = "chmod u+w " + ShellWord.quoted(path)
      return Phrase(
        zh: "让自己能往里面写：\(call)；文件夹是别人的，就请他改",
        en: "let yourself write to it: \(call); of somebody else's folder, ask them")
    }
    return switch cause {
    case .full: Phrase(zh: "腾出一些空间再试", en: "make some room and try again")
    case .notAllowed, .readOnly:
      Phrase(zh: "请检查文件和文件夹的权限", en: "check the permissions of the file and its folder")
    case .tooLarge: Phrase(zh: "请检查磁盘的限额", en: "check the limits of the disk")
    case .broken:
      Phrase(zh: "先把议事厅拷到别的磁盘上", en: "copy the hall to another disk first")
    case .noDescriptors:
      Phrase(zh: "用「ulimit -n 1024」放宽限制再试", en: "allow more of them with 'ulimit -n 1024'")
    case .other:
      Phrase(zh: "请检查磁盘空间和文件夹权限", en: "check the disk's space and the folder's permissions")
    }
  }
}

extension Ledger.Fault {
  /// Whether a program has converted the line ends.
  var isOfLineEnds: Bool {
    if case .lineEnds = reason { return true }
    return false
  }
}

extension Ledger.Fault.Reason {
  /// What is wrong, to follow the number of the revision.
  var phrase: Phrase {
    switch self {
    case .unexpected(let offset):
      Phrase(
        zh: "第 \(offset + 1) 个字节起不是历史里该有的写法",
        en: "has text at byte \(offset + 1) that no history has")
    case .lineEnds:
      Phrase(zh: "的换行不是 LF，多半被改成了 CRLF", en: "its lines end with CRLF, it seems, and not with LF")
    case .pointer:
      Phrase(
        zh: "没有取下来，只有 Git LFS 的指针", en: "was not fetched: a pointer of Git LFS stands there")
    case .foreign: Phrase(zh: "是另一份文件的历史", en: "is the history of another document")
    case .number(let expected):
      Phrase(zh: "的版本号不接着，应是 \(expected)", en: "its number does not follow; expected \(expected)")
    case .torn: Phrase(zh: "没有写完", en: "its writing was cut off")
    case .chain: Phrase(zh: "与前面的摘要对不上", en: "the chain's digest is another")
    case .diff: Phrase(zh: "的改动与上一版对不上", en: "its diff does not fit the revision before")
    case .path: Phrase(zh: "改的是另一份文件", en: "its diff is of another file")
    case .content: Phrase(zh: "的内容与摘要对不上", en: "its content has another digest")
    }
  }
}
