import HallModel
import HallWords

/// `hall completions`: the file that makes a shell ask this program with Tab.
enum CompletionsCommand: Command {
  static let spec = CommandSpec(
    "completions", aliases: ["补全"],
    summary: Phrase(
      zh: "让终端按 Tab 补全命令、选项、编号和姓名", en: "have a shell complete with Tab"),
    arguments: [
      ArgumentSpec(
        Phrase(zh: "bash|zsh|fish", en: "bash|zsh|fish"),
        takes: .choices(CompletionShell.allCases.map { ListedWord(Phrase(both: $0.rawValue)) }))
    ],
    details: Phrase(
      zh: """
        写出一段脚本，装好以后新开一个终端就能用。按 Tab 时脚本只问 hall 自己：命令、选项、它们的中文说法，\
        以及这个议事厅里的编号、方、姓名和规则。不改任何文件，也不运行别的程序。
        装法：
        bash：写进 ~/.local/share/bash-completion/completions/hall；没有装 bash-completion 的，在 ~/.bashrc 里加一行 \
        eval "$(hall completions bash)"
        zsh：写进 fpath 里一个文件夹的 _hall，或在 ~/.zshrc 里 compinit 之后加一行 eval "$(hall completions zsh)"
        fish：写进 ~/.config/fish/completions/hall.fish
        """,
      en: """
        Prints a script; once it is installed, it works in every new terminal. With Tab it asks only \
        hall itself: commands and options in both languages, and the identifiers, parties, names and \
        rules of the hall you are in. It changes no file and runs no other program.
        To install it:
        bash: as ~/.local/share/bash-completion/completions/hall, or without bash-completion by a \
        line in ~/.bashrc: eval "$(hall completions bash)"
        zsh: as _hall in a folder of fpath, or by a line in ~/.zshrc after compinit: \
        eval "$(hall completions zsh)"
        fish: as ~/.config/fish/completions/hall.fish
        """),
    examples: [
      Phrase(
        zh: "hall 补全 bash > ~/.local/share/bash-completion/completions/hall",
        en: "hall completions bash > ~/.local/share/bash-completion/completions/hall"),
      Phrase(
        zh: "hall 补全 fish > ~/.config/fish/completions/hall.fish",
        en: "hall completions fish > ~/.config/fish/completions/hall.fish"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let word = invocation.arguments[0]
    guard let shell = CompletionShell(rawValue: word.lowercased()) else {
      let names = CompletionShell.allCases.map(\.rawValue)
      throw .unknownChoice(
        word, of: Phrase(zh: "终端", en: "shell"), choices: names,
        suggestion: Suggestion.nearest(to: word, among: names))
    }
    return Answer(output: CompletionScript.of(shell))
  }
}
