import HallModel

/// The variables that the program looks at, and what each is for.
enum EnvironmentVariable: String, CaseIterable, Sendable {
  case author = "HALL_AUTHOR"
  case plain = "HALL_PLAIN"
  case allLocale = "LC_ALL"
  case characters = "LC_CTYPE"
  case messages = "LC_MESSAGES"
  case language = "LANG"
  case visual = "VISUAL"
  case editor = "EDITOR"
  case pager = "PAGER"
  case noColour = "NO_COLOR"
  case terminal = "TERM"
  case columns = "COLUMNS"
  case temporary = "TMPDIR"
  case epoch = "SOURCE_DATE_EPOCH"

  var meaning: Phrase {
    switch self {
    case .author:
      Phrase(zh: "改动记在谁名下；没有就用 git 的 user.name", en: "who records; else git's user.name")
    case .plain:
      Phrase(zh: "设了就和每次都写 --纯文字 一样", en: "if set, as if every call had --plain")
    case .characters: Phrase(zh: "终端的文字编码", en: "the encoding of the terminal")
    case .allLocale, .messages, .language:
      Phrase(
        zh: "没有议事厅时说中文还是英文；有议事厅的，看 hall.md 的「语言」",
        en: "the language where there is no hall; a hall's own is in hall.md")
    case .visual, .editor:
      Phrase(zh: "「hall 编辑」用的编辑器", en: "the editor of 'hall edit'")
    case .pager:
      Phrase(zh: "分页程序；不设就用 less，设成 cat 就不分页", en: "the pager; by default less; cat for none")
    case .noColour: Phrase(zh: "设了就不用颜色", en: "if set, no colours")
    case .terminal:
      Phrase(zh: "是 dumb 就不用颜色，也不能在行里移动光标改字", en: "dumb means no colours and no line editing")
    case .columns: Phrase(zh: "按多少列排", en: "the width in columns")
    case .temporary: Phrase(zh: "临时文件放在哪里", en: "where temporary files go")
    case .epoch:
      Phrase(zh: "「hall 手册」写哪一天，打包的人用", en: "the day on the page of 'hall man', for packagers")
    }
  }
}
