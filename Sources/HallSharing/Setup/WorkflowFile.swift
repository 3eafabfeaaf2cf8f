import HallModel
import HallSyntax
import HallWords

/// A file that makes a git host run `check`, `verify` and `overdue` on each push. Installing `hall`
/// on the machine that runs it is left to the maintainers of the repository.
package struct WorkflowFile: Speaking {
  package enum Host: String, CaseIterable {
    case github, gitee, gitlab

    /// The path from the top of the repository.
    package var path: String {
      switch self {
      case .github: ".github/workflows/hall.yml"
      case .gitee: ".workflow/hall.yml"
      case .gitlab: ".gitlab-ci.yml"
      }
    }
  }

  let host: Host
  package let language: Language
  /// The path of the hall in the repository: empty, or ending in `/`.
  package let prefix: String

  /// The command with the hall's folder, which is in a variable so that no shell interprets it.
  private func hall(_ words: String) -> String {
    "hall \(words)" + (prefix.isEmpty ? "" : " --hall \"$HALL_DIR\"")
  }

  private var folder: String { prefix.isEmpty ? "" : "./" + prefix.dropLast() }

  /// Explains what to do if `hall` is not installed.
  private var isThere: String {
    let missing = say(
      "这里还没有 hall：请在这个文件里写上怎么取得它", "hall is not here: write into this file how to get it")
    return "command -v hall || { echo \"\(missing)\" >&2; exit 1; }"
  }

  private var head: String {
    "# "
      + say(
        "由 hall git-setup --workflow \(host.rawValue) 写成，以后可以随意修改。",
        "Written by 'hall git-setup --workflow \(host.rawValue)'; change it as you like.") + "\n"
  }

  private var whole: String {
    say("取全部提交：核验要看过去有没有丢。", "All commits: what is lost is found in those before.")
  }

  private var toFill: String {
    say("在这里写上怎么取得 hall，放进 PATH。", "Say here how to get hall, and put it on the PATH.")
  }

  /// Overdue tasks do not fail the run; any other error does.
  private func overdue(_ format: String) -> String {
    hall("overdue" + format) + " || [ $? -eq 1 ]"
  }

  package var text: String {
    switch host {
    case .github: github
    case .gitlab: gitlab
    case .gitee: gitee
    }
  }

  private var github: String {
    let format = " --format github"
    // A text that looks like an expression of the host is escaped.
    let value =
      folder.contains("${{") ? "${{ '" + folder.replacing(sign: "'", with: "''") + "' }}" : folder
    let variables =
      prefix.isEmpty ? "" : "    env:\n      HALL_DIR: \(WorkflowFile.quoted(value))\n"
    return head + """
      name: hall
      on:
        push:
        pull_request:
        schedule:
          - cron: "0 1 * * *"
      permissions:
        contents: read
      jobs:
        hall:
          runs-on: ubuntu-latest
      \(variables)    steps:
            - uses: actions/checkout@v4
              with:
                # \(whole)
                fetch-depth: 0
            - name: hall
              # \(toFill)
              run: |
                \(isThere)
            - name: check
              run: \(hall("check" + format))
            - name: verify
              if: ${{ !cancelled() }}
              run: \(hall("verify" + format))
            - name: overdue
              if: ${{ !cancelled() }}
              run: \(overdue(format))

      """
  }

  private var gitlab: String {
    // A dollar sign in the name must not start a variable of the host.
    let value = folder.replacing(sign: "$", with: "$$")
    let name = prefix.isEmpty ? "" : "    HALL_DIR: \(WorkflowFile.quoted(value))\n"
    let variables = "  variables:\n    # \(whole)\n    GIT_DEPTH: \"0\"\n" + name
    return head + """
      .hall:
      \(variables)  before_script:
          # \(toFill)
          - |
            \(isThere)

      hall-check:
        extends: .hall
        script:
          - \(hall("check"))

      hall-verify:
        extends: .hall
        script:
          - \(hall("verify"))

      hall-overdue:
        extends: .hall
        script:
          - \(hall("overdue"))
        # \(say("有逾期任务只是提醒。", "Overdue tasks are a warning."))
        allow_failure:
          exit_codes: 1

      """
  }

  private var gitee: String {
    // Variables of this host would be expanded before a shell reads the lines, so the name is
    // written out.
    let set =
      prefix.isEmpty ? "" : "          - \(WorkflowFile.quoted("HALL_DIR=" + shell(folder)))\n"
    return head + """
      version: '1.0'
      name: hall
      displayName: hall
      triggers:
        trigger: auto
        push:
          branches:
            prefix:
              - ''
      stages:
        - name: hall
          displayName: hall
          strategy: naturally
          trigger: auto
          steps:
            - step: execute@docker
              name: hall
              displayName: hall
              # \(toFill)
              image: ubuntu:24.04
              command:
      \(set)          - |
                  # \(whole)
                  git fetch --quiet --unshallow 2>/dev/null || :
                  \(isThere)
                - \(hall("check"))
                - \(hall("verify"))
                - \(overdue(""))

      """
  }

  private func shell(_ text: String) -> String {
    "'" + text.replacing(sign: "'", with: "'\\''") + "'"
  }

  /// Any text, as a YAML string in double quotes.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where VisibleText.isHostile(scalar):
        quoted += "\\U" + String(scalar.value, digits: 8, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
