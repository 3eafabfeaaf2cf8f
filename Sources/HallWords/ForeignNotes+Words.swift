import HallModel
import HallStore

extension ForeignNotes {
  /// What is wrong with the `.hall/` of a hall's folder.
  package func phrase(_ folder: String) -> Phrase {
    switch self {
    case .notAFolder:
      Phrase(
        zh: "「\(folder)/.hall」是链接，或者不是文件夹，什么也没有写",
        en: "'\(folder)/.hall' is a link, or no folder; nothing was written")
    case .tracked:
      Phrase(
        zh: "「\(folder)/.hall」进了 git：里面的东西可能是别人写的，没有照着做，什么也没有写",
        en:
          "git tracks '\(folder)/.hall': others may have made what is in it; none of it was used,"
          + " and nothing was written")
    case .unfinished(let owner):
      Phrase(
        zh: "「\(folder)/.hall」里有另一个用户（编号 \(owner.number)）没有写完的改动，没有替他写完，什么也没有写",
        en: "'\(folder)/.hall' holds a change that another user (number \(owner.number)) has not"
          + " finished; it was left alone, and nothing was written")
    }
  }

  package var hint: Phrase {
    switch self {
    case .notAFolder:
      Phrase(zh: "删掉它，hall 会自己建", en: "remove it; hall makes its own")
    case .tracked:
      Phrase(
        zh: "里面的东西不要：在议事厅的文件夹里运行 git rm -r -f .hall，再 git commit；"
          + "是自己的要留着：把 -f 换成 --cached",
        en: "in the hall's folder, run 'git rm -r -f .hall' and commit that; where it is your own"
          + " and you want to keep it, write --cached in place of -f")
    case .unfinished:
      Phrase(
        zh: "请那个用户在这里运行一次 hall 记下；没有这个人，就把 .hall 文件夹移走",
        en: "have that user run 'hall record' here; if they are gone, move the folder .hall away")
    }
  }
}
