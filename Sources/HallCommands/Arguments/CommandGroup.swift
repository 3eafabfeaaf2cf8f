import HallModel
import HallWords

/// Commands listed together in help.
struct CommandGroup {
  let title: Phrase
  /// The first words of its commands, in the order of the help.
  let words: [String]

  private init(_ zh: String, _ en: String, _ words: String...) {
    title = Phrase(zh: zh, en: en)
    self.words = words
  }

  private static let all = [
    CommandGroup(
      "日常", "Day to day", "init", "party", "roster", "status", "list", "show", "search", "overdue",
      "stats"),
    CommandGroup("问题", "Matters", "matter"),
    CommandGroup(
      "开会", "Meetings", "new", "item", "edit", "notice", "minute", "attend", "vote", "tally",
      "decide",
      "outcome", "object", "answer", "sign-off", "approve", "amend", "hold", "postpone", "cancel"),
    CommandGroup("任务", "Tasks", "task", "urge"),
    CommandGroup("写错了", "Corrections", "set", "reword", "strike", "undo", "restore"),
    CommandGroup(
      "检查和历史", "Checks and history", "check", "record", "log", "diff",
      "verify"),
    CommandGroup("给别人看", "For others", "print", "publish", "export", "backup", "restore-from"),
    CommandGroup(
      "一起用", "Together, with git", "share", "review", "sign", "git-setup", "merge-file",
      "textconv"),
    CommandGroup("其他", "Others", "doctor", "demo", "completions", "man", "help"),
  ]

  /// The commands in their groups; a command without a group is in the last.
  static func grouped(_ commands: [CommandSpec]) -> [(title: Phrase, commands: [CommandSpec])] {
    var rest = commands
    var groups = all.map { group in
      let members = group.words.flatMap { word in rest.filter { $0.words.first == word } }
      rest.removeAll { spec in members.contains { $0.name == spec.name } }
      return (title: group.title, commands: members)
    }
    groups[groups.count - 1].commands += rest
    return groups.filter { !$0.commands.isEmpty }
  }
}
