import HallCommands
import HallSyntax
import Testing
@testable import HallGit

/// `docs/commands.md` is made from the table of commands.
@Suite struct CommandsPageTests {
  @Test func `the page of the commands is the table of the commands`() throws {
    var page = """
      # The commands

      Made from the table of commands (`RECORD_GOLDEN=1 swift test` writes it anew). The same
      stands in `hall help`, in Chinese or in English.

      Every command exits 0 when it is done and found nothing of what it looks for, 1 when it found
      something, and 2 when it could not be done; 2 wins over 1, and what could be answered is still
      printed. Answers go to standard output, everything else to standard error. The shapes of the
      JSON answers are in [schemas/](schemas/).

      """
    for command in CommandTable.commands {
      let help = CommandTable.answer(
        ["help", command.name, "--lang", "en"], in: Repository.context())
      let helpZH = CommandTable.answer(
        ["help", command.name, "--lang", "zh"], in: Repository.context())
      page += "\n## \(command.name)\n\n```text\n\(help.output)```\n\n```text\n\(helpZH.output)```\n"
    }
    try Golden.expect(page, matches: "docs/commands.md")
  }
}
