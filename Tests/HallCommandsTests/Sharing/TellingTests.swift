import HallCommands
import TestSupport
import Testing

/// What share reports: the newest changes, each thing once, and what a choice means.
@Suite("What share reports", .needs(.git))
struct TellingTests {
  private static let minutes = "agendas/M-2025-008.md"

  private func shared() throws -> SharedHall {
    let text = "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n\n"
    let shared = try SharedHall([SharedHall.matter: text])
    #expect(shared.share("乙").status == 0)
    return shared
  }

  @Test("of more than ten changes only the ten newest are listed, on both sides")
  func newest() throws {
    let shared = try shared()
    for number in 1...12 {
      shared.run("甲", ["matter", "note", "Q-2025-001", "第\(number)件"])
    }
    for name in ["甲", "乙"] {
      let lines = shared.share(name).output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      #expect(lines.count == 11, "\(lines)")
      #expect(lines.first?.hasSuffix("甲：备注：第12件") == true)
      #expect(lines.last == "  更早的还有 2 条")
    }
  }

  @Test("hall.md is called by its file name, not hall like the program")
  func charter() throws {
    let shared = try shared()
    try shared.edit("hall.md", of: "甲", "# 试厅\n", "# 试厅\n\n说明。\n")
    let own = shared.share("甲").output
    #expect(own.contains("\n  hall.md 第2版 甲：") || own.hasPrefix("  hall.md 第2版 甲："), "\(own)")
    #expect(shared.share("乙").output.contains("  hall.md 甲："))
  }

  @Test("an amendment is reported once, and the approver gets a different message")
  func amended() throws {
    let text = ShareCommandTests.minutes.replacing("状态: 已召开", with: "状态: 已确认")
    let shared = try SharedHall([Self.minutes: text], clones: ["甲", "乙", "丙"])
    for name in ["乙", "丙"] { #expect(shared.share(name).status == 0) }
    try shared.edit(Self.minutes, of: "乙", "同意: 66户", "同意: 67户")
    #expect(shared.run("乙", ["record", "-m", "照纸票更正"]).status == 0)
    #expect(shared.share("乙").status == 0)
    let others = shared.share("丙").output
    #expect(others == "注意：已经确认的 M-2025-008 被修正，乙：照纸票更正\n", "\(others)")
    let own = shared.share("甲").output
    #expect(!own.contains("注意：") && own.contains("您确认过的 M-2025-008 被人改了"), "\(own)")
  }

  @Test("each choice of a contradiction shows the text that it keeps")
  func choices() throws {
    let shared = try SharedHall([Self.minutes: ShareCommandTests.minutes])
    #expect(shared.share("乙").status == 0)
    try shared.edit(Self.minutes, of: "甲", "同意: 66户", "同意: 67户")
    #expect(shared.share("甲").status == 0)
    try shared.edit(Self.minutes, of: "乙", "同意: 66户", "同意: 68户")
    let console = ScriptedConsole(["3"])
    shared.run("乙", ["share"], console: console)
    #expect(console.shown.contains("以乙为准：同意: 68户"), "\(console.shown)")
    #expect(console.shown.contains("以甲为准：同意: 67户"))
  }

  @Test("undo asks before it takes back a step that is already shared")
  func undone() throws {
    let shared = try shared()
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    #expect(shared.share("甲").status == 0)
    let console = ScriptedConsole(["否"])
    shared.run("甲", ["undo"], console: console)
    #expect(console.shown.contains("这一步已经交给大家了（Q-2025-001）"), "\(console.shown)")
    #expect(shared.text(SharedHall.matter, of: "甲").contains("甲记"))
    let answer = shared.run("甲", ["undo"])
    #expect(answer.status == 0 && answer.errors.hasPrefix("注意：这一步已经交给大家了"))
    // A step that is not shared yet is taken back at once.
    shared.run("甲", ["matter", "note", "Q-2025-001", "再记"])
    #expect(shared.run("甲", ["undo"], answers: []).status == 0)
    #expect(!shared.text(SharedHall.matter, of: "甲").contains("再记"))
  }

  @Test("a key that others have replaced is reported")
  func keys() throws {
    let shared = try shared()
    func key(_ letter: String) -> String {
      "物业/赵六 namespaces=\"hall\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"
        + String(repeating: letter, count: 43) + "\n"
    }
    try shared.write(key("A"), to: "signatures/allowed_signers", of: "甲")
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").output.contains("新登记了签名的钥匙：物业/赵六 SHA256:"))
    try shared.write(key("B"), to: "signatures/allowed_signers", of: "甲")
    #expect(shared.share("甲").status == 0)
    let told = shared.share("乙").output
    #expect(told.contains("新登记了签名的钥匙：物业/赵六") && told.contains("取消了签名的钥匙：物业/赵六"), "\(told)")
  }
}
