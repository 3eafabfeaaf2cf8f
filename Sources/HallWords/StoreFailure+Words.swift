import HallModel
import HallStore
import HallSyntax

extension StoreFailure {
  /// The same as a problem, so that it is shown like all others.
  package var problem: Problem {
    Problem(
      id: "unreadable", severity: .error, path: path, range: 0..<0, message: phrase, hint: hint,
      mark: Problem.Mark(facts: [String(describing: reason)]))
  }

  package var phrase: Phrase {
    switch reason {
    case .notFound: Phrase(zh: "找不到", en: "no such file or folder")
    case .noHall: Phrase(zh: "这里没有 hall.md，不是议事厅", en: "no hall.md here, so this is not a hall")
    case .lostHall:
      Phrase(zh: "hall.md 不见了，它的历史还在", en: "hall.md is gone; its history is still there")
    case .lostDocument:
      Phrase(zh: "文件不见了，它的历史还在", en: "the file is gone; its history is still there")
    case .notAllowed: Phrase(zh: "没有读取权限", en: "permission denied")
    case .isFolder: Phrase(zh: "是文件夹，不是文件", en: "is a folder, not a file")
    case .notAFolder: Phrase(zh: "应该是文件夹，却不是", en: "should be a folder and is not one")
    case .notAFile: Phrase(zh: "不是普通文件", en: "is not a regular file")
    case .leadsOut:
      Phrase(zh: "是指向议事厅之外的链接，没有读取", en: "is a link that leads out of the hall; it was not read")
    case .leadsNowhere:
      Phrase(zh: "是链接，指向的文件不在了", en: "is a link to a file that is not there")
    case .tooLarge: Phrase(zh: "文件超过 2 GB", en: "is larger than 2 GB")
    case .system(let number):
      Phrase(zh: "读取出错（系统错误 \(number)）", en: "cannot be read (system error \(number))")
    }
  }

  package var hint: Phrase? {
    switch reason {
    case .notFound, .noHall:
      Phrase(zh: "用 --议事厅 指明议事厅所在的文件夹", en: "name the hall's folder with --hall")
    case .lostHall, .lostDocument:
      Phrase(
        zh: "从备份里拿回来；在 git 里的，git checkout -- 文件",
        en: "bring it back from a backup, or with git checkout -- FILE")
    case .notAllowed: Phrase(zh: "请检查文件的权限", en: "check the file's permissions")
    case .notAFolder: Phrase(zh: "请改名或移走它", en: "rename it or move it away")
    case .isFolder: Phrase(zh: "请改名或移走这个文件夹", en: "rename the folder or move it away")
    case .leadsOut, .leadsNowhere:
      Phrase(zh: "请把文件本身放进议事厅", en: "put the file itself into the hall")
    default: nil
    }
  }
}
