import HallModel
import HallStore

extension DiskFailure {
  /// What went wrong on the disk, in words.
  package var words: Phrase {
    switch cause {
    case .full: Phrase(zh: "磁盘满了", en: "the disk is full")
    case .notAllowed: Phrase(zh: "没有写入权限", en: "permission denied")
    case .readOnly: Phrase(zh: "磁盘是只读的", en: "the disk is read-only")
    case .tooLarge: Phrase(zh: "文件太大", en: "the file is too large")
    case .broken: Phrase(zh: "磁盘读写出错", en: "the disk has an error")
    case .noDescriptors:
      Phrase(zh: "打开的文件太多", en: "too many files are open")
    case .noFolder: Phrase(zh: "没有这个文件夹", en: "the folder is not there")
    case .other:
      Phrase(
        zh: "\(operation) 出错（系统错误 \(number)）", en: "\(operation) failed (system error \(number))")
    }
  }

  package var hint: Phrase {
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
    case .noFolder:
      Phrase(
        zh: "看看文件夹的名字写对没有；U 盘要先插好",
        en: "check the folder's name; a stick has to be plugged in first")
    case .other:
      Phrase(zh: "请检查磁盘空间和文件夹权限", en: "check the disk's space and the folder's permissions")
    }
  }
}
