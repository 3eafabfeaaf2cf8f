import HallChecks
import HallHistory
import HallModel
import HallStore
import HallSyntax

extension HallWriter.Failure {
  /// Why a change was not recorded. Nothing was written, unless the text says so.
  package var phrase: Phrase {
    switch self {
    case .disk(let failure) where failure.isNoFile:
      Phrase(
        zh: "「\(failure.path)」是链接，或者不是普通文件，没有写",
        en: "'\(failure.path)' is a link, or not a plain file; it was not written")
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
        zh: "「\(path)」不是议事厅的文件，没有写", en: "'\(path)' is not a file of a hall; it was not written")
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
          "'\(path)' still has the markers of a merge (<<<<<<< and >>>>>>>): the merge is not"
          + " finished; nothing was recorded")
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

  package var hint: Phrase? {
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
        zh: "在文件里留下对的，删掉标记，再打一次；或用「hall 记下 --接好」改回记下的样子",
        en:
          "keep what is right in the file, take the markers out and run it again; or put back what"
          + " is recorded with 'hall record --join'")
    case .history(let path, let fault) where fault.isOfLineEnds: .unixLineEnds(path)
    case .history(let path, _): .bringBack(path)
    case .lostRevisions(let path, _, _):
      Phrase(
        zh: "在 git 里的，用「hall 记下 --接好」找回来，没有 git 就从备份拿回「\(path)」；实在找不回来，用「hall 记下 "
          + "\(name(path, "编号")) --重新接 -m 理由」",
        en:
          "'hall record --join' puts back what git still has; else get '\(path)' from a backup; if"
          + " there is none, 'hall record \(name(path, "ID")) --start-over -m WHY'")
    case .startNeedsReason: Phrase(zh: "用 -m 写上理由", en: "give it with -m WHY")
    case .needsReason: Phrase(zh: "用 -m 写上理由", en: "give it with -m WHY")
    case .notFigures(_, .unreasoned):
      Phrase(zh: "用 -m 写上理由", en: "give it with -m WHY")
    case .notFigures(let path, _):
      Phrase(
        zh: "确实要改，用「hall 修正 \(name(path, "编号")) -m 理由」",
        en: "if it must be: 'hall amend \(name(path, "ID")) -m WHY'")
    case .unrecordedAmendment:
      Phrase(zh: "先用「hall 记下 -m 理由」记下它", en: "record it first with 'hall record -m WHY'")
    }
  }
}

/// The name of a document on the command line; a history has its document's name.
private func name(_ path: String, _ unknown: String) -> String {
  if path.hasSuffix("hall.md") { return "hall" }
  return DocumentID(fileName: path)?.text ?? unknown
}

extension HallWriter.Notice {
  package var phrase: Phrase {
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
        zh: "\(path) 改以前的样子留了一份：\(copy)（只有您能看）",
        en: "\(path) as it was is kept in \(copy), which only you may read")
    case .approvedWithoutHistory(let place):
      Phrase(
        zh: "\(place.name) 已经确认，却没有历史：这是第 1 版。如果以前记过，先从备份或 git 找回 \(place.path)",
        en: "\(place.name) is approved and had no history: this is revision 1. If it was recorded"
          + " before, get \(place.path) back from a copy or from git")
    }
  }
}
