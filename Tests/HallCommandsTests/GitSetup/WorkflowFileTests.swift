import Foundation
import HallCommands
import TestSupport
import Testing
@testable import HallGit

/// The workflow files for git hosts, read by a YAML parser and run by a shell.
@Suite("The workflow files for git hosts", .needs(.git))
struct WorkflowFileTests {
  private static let hosts = [
    ("github", ".github/workflows/hall.yml"), ("gitee", ".workflow/hall.yml"),
    ("gitlab", ".gitlab-ci.yml"),
  ]

  /// Reads a file and prints each script in the order it is run, with the variables it has, as the
  /// host gives them to a shell.
  private static let reader = """
    import re, sys, yaml, shlex
    file = yaml.safe_load(open(sys.argv[2], encoding="utf-8"))
    def plain(value):
        if sys.argv[1] == "github" and value.startswith("${{ '"):
            return value[5:-4].replace("''", "'")
        if sys.argv[1] == "gitlab":
            return re.sub(r"\\$(\\$|\\w+|\\{\\w+\\})", lambda m: "$" if m[1] == "$" else "", value)
        assert "${{" not in value
        return value
    def show(variables, lines):
        for name, value in (variables or {}).items():
            print("export %s=%s" % (name, shlex.quote(plain(value))))
        print("\\n".join(lines))
    if sys.argv[1] == "github":
        job = file["jobs"]["hall"]
        assert True in file and file["permissions"] == {"contents": "read"}
        assert job["steps"][0]["uses"].startswith("actions/checkout@")
        assert job["steps"][0]["with"] == {"fetch-depth": 0}
        for step in job["steps"][1:]:
            show(job.get("env"), [step["run"]])
            print("echo '%s' $?" % step["name"])
    elif sys.argv[1] == "gitlab":
        for name in ["hall-check", "hall-verify", "hall-overdue"]:
            base = file[file[name]["extends"]]
            assert base["variables"]["GIT_DEPTH"] == "0"
            show(base.get("variables"), base["before_script"] + file[name]["script"])
            print("echo '%s' $?" % name[5:])
        assert file["hall-overdue"]["allow_failure"] == {"exit_codes": 1}
        assert "allow_failure" not in file["hall-check"]
    else:
        step = file["stages"][0]["steps"][0]
        assert "git fetch --quiet --unshallow" in "\\n".join(step["command"])
        for line in step["command"]:
            print(line)
            print("echo '%s' $?" % next((w for w in ["check", "verify", "overdue"] if " " + w in line), "hall"))
    """

  @Test(
    "every workflow file parses, and its commands run with hall on the PATH",
    .needs(.builtProgram, .yaml),
    arguments: hosts)
  func runs(host: String, path: String) throws {
    let program = try RealProgram.path
    // Gitee expands its variables before the shell reads a line, so such names are left out.
    let odd = host == "gitee" ? "./-x 社'区,:%\"\\/" : "./-x 社'区\n${{ github.token }},:%\"\\$HOME/"
    for (folder, text) in [
      ("", StagedTexts.right), (odd, StagedTexts.right), (odd, StagedTexts.wrong),
    ] {
      let late = StagedTexts.right.replacing("M-2025-008", with: "M-2025-009")
        .replacing("- 结果: 通过", with: "- 结果: 通过\n\n- [ ] T1 报价\n  - 负责: 物业\n  - 期限: 2025-10-15")
      let tree = try GitWorkTree(
        folder, files: ["agendas/M-2025-008.md": text, "agendas/M-2025-009.md": late])
      #expect(tree.run("git-setup", "--workflow", host).status == 0)
      let script = try Self.script(host, tree.top.appending(path: path))
      try Data(script.utf8).write(to: tree.base.appending(path: "script"))
      let bin = tree.base.appending(path: "bin")
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: bin.appending(path: "hall").path(percentEncoded: false),
        withDestinationPath: program)
      let said = try tree.sh("PATH=\"$HOME/bin:$PATH\" sh \"$HOME/script\"")
      let wrong = text == StagedTexts.wrong ? "1" : "0"
      #expect(said.contains("\ncheck \(wrong)\n"), "\(said)")
      #expect(said.contains("verify 0\n"), "\(said)")
      // GitLab shows a failure that is allowed as a warning.
      #expect(said.contains("\noverdue \(host == "gitlab" ? "1" : "0")\n"), "\(said)")
      #expect(host == "github" ? said.contains("::warning file=") : !said.contains("::warning"))
      let without = try tree.sh(
        "(echo 'set -e'; cat \"$HOME/script\") | PATH=/usr/bin:/bin sh; echo \"= $?\"")
      #expect(without.contains("请在这个文件里写上怎么取得它") && without.hasSuffix("= 1\n"), "\(without)")
    }
  }

  private static func script(_ host: String, _ file: URL) throws -> String {
    let call = ProgramCall(["python3", "-c", reader, host, file.path(percentEncoded: false)])
    let result = try #require(SystemPrograms().run(call))
    #expect(result.isDone, "\(result.errorText)")
    return result.text
  }

  @Test(
    "an existing workflow file stays, undo keeps it, and links are not followed", arguments: hosts)
  func stays(host: String, path: String) throws {
    let tree = try GitWorkTree("厅/")
    let first = tree.run("git-setup", "--workflow", host.uppercased())
    #expect(first.status == 0 && first.output.contains(path))
    let again = tree.run("git-setup", "--workflow", host)
    #expect(again.output.hasPrefix("已经接好"))
    let file = tree.top.appending(path: path)
    try Data("mine\n".utf8).write(to: file)
    #expect(tree.run("git-setup", "--workflow", host).output.contains("「\(path)」已经有了，没有动"))
    #expect(try Data(contentsOf: file) == Data("mine\n".utf8))
    _ = try tree.sh("rm \(path)")
    _ = tree.run("git-setup", "--workflow", host)
    let undone = tree.run("git-setup", "--undo")
    #expect(undone.output.contains("流水线文件留着：\(path)"))
    #expect(FileManager.default.fileExists(atPath: file.path(percentEncoded: false)))
    guard path.contains("/") else { return }
    let step = path.prefix { $0 != "/" }
    _ = try tree.sh("rm -r \(step); mkdir ../elsewhere; ln -s ../elsewhere \(step)")
    #expect(tree.run("git-setup", "--workflow", host).status == 2)
    #expect(try tree.sh("ls -A ../elsewhere") == "")
  }
}
