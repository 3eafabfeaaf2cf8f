import Foundation
import HallCommands
import HallHistory
import MergeScenarios
import TestSupport
import Testing
@testable import HallSharing

@Suite("Sharing a hall", .needs(.git))
struct ShareCommandTests {
  static let minutes = """
    ---
    会议: M-2025-008
    状态: 已召开
    时间: 2025-09-25 14:30
    ---

    # 协商会

    ## 参会人员

    - 居民: 张三、钱七
    - 物业: 赵六

    ## 议程

    ### 1. 更换主管

    - 提出: 居民/张三

    #### 表决: 整体更换

    - 规则: 赞成多于反对
    - 实到: 100户
    - 同意: 66户
    - 反对: 12户
    - 结果: 通过

    ### 2. 车棚选址

    - 提出: 居民/张三

    """

  private static let file = "agendas/M-2025-008.md"

  private func shared(_ hall: String = "") throws -> SharedHall {
    let shared = try SharedHall([Self.file: Self.minutes], hall: hall)
    #expect(shared.share("乙").status == 0)
    return shared
  }

  @Test("changes of hall.md on both sides are joined, and not taken for another hall")
  func charters() throws {
    for folder in ["", "乙厅"] {
      let shared = try shared(folder)
      try shared.edit("hall.md", of: "甲", "# 试厅", "# 试厅一")
      #expect(shared.share("甲").status == 0)
      try shared.edit("hall.md", of: "乙", "语言: zh", "语言: zh\n时区: +08:00")
      let answer = shared.share("乙")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(shared.run("乙", ["verify"]).status == 0)
      let text = shared.text("hall.md", of: "乙")
      #expect(text.contains("试厅一") && text.contains("时区"))
      #expect(shared.share("甲").status == 0)
      #expect(shared.run("甲", ["verify"]).status == 0)
    }
  }

  @Test("two clerks working on different items end with the same record and all facts")
  func differentItems() throws {
    let shared = try shared()
    shared.run(
      "甲", ["task", "add", "M-2025-008#1", "三家报价", "--lead", "物业/赵六", "--due", "2025-12-20"])
    shared.run("甲", ["attend", "M-2025-008", "居民/孙八"])
    shared.run(
      "乙", ["task", "add", "M-2025-008#2", "量地", "--lead", "居民/张三", "--due", "2025-12-25"])
    shared.run(
      "乙",
      ["vote", "M-2025-008", "2", "东侧空地", "--for", "张三、钱七", "--against", "赵六", "--rule", "赞成多于反对"])
    shared.run("乙", ["attend", "M-2025-008", "居民/周九"])
    #expect(shared.share("甲").status == 0)
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("编号重了：「量地」改为 M-2025-008-T2"))
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
    let text = shared.text(Self.file, of: "甲")
    for fact in ["T1 三家报价", "T2 量地", "曾用: T1", "东侧空地", "孙八", "周九"] {
      #expect(text.contains(fact), "\(fact)")
    }
    for name in ["甲", "乙"] {
      #expect(shared.run(name, ["verify"]).status == 0)
      #expect(shared.run(name, ["check"]).status == 0)
      #expect(shared.git(of: name, "status", "--porcelain").output.isEmpty)
    }
    // The chain has the revisions of both sides, and the moved ones say where they stood before.
    let history = shared.text("history/M-2025-008.md", of: "甲")
    #expect(history.contains("* was: 2 sha256:"))
    #expect(history.split(separator: "\n").count { $0.hasPrefix("* by: 乙") } == 3)
    let log = shared.git(of: "甲", "log", "--format=%(trailers:key=Hall-Revision,valueonly)").text
    #expect(log.contains("M-2025-008 2"))
    #expect(shared.share("甲").output == "没有新的：您这里和大家的一样。\n")
  }

  @Test("without a terminal, a contradiction is named, stops the merge and changes nothing")
  func contradiction() throws {
    let shared = try shared()
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    try shared.edit(Self.file, of: "乙", "66户", "68户")
    #expect(shared.share("甲").status == 0)
    let before = shared.text(Self.file, of: "乙")
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(
      answer.errors.contains("M-2025-008 议题1 表决「整体更换」：乙记「同意: 68户」，甲记「同意: 67户」"), "\(answer.errors)")
    #expect(shared.text(Self.file, of: "乙") == before)
    #expect(shared.git(of: "乙", "status", "--porcelain").output.isEmpty)
    #expect(shared.git(of: "乙", "rev-parse", "--verify", "--quiet", "MERGE_HEAD").status != 0)
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("at a terminal, share asks which side is right, and the history keeps both")
  func asked() throws {
    let shared = try shared()
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    try shared.edit(Self.file, of: "乙", "66户", "68户")
    #expect(shared.share("甲").status == 0)
    let answer = shared.share("乙", answers: ["2"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("以甲为准"), "\(answer.output)")
    #expect(shared.text(Self.file, of: "乙").contains("同意: 67户"))
    let history = shared.text("history/M-2025-008.md", of: "乙")
    #expect(history.contains("+- 同意: 68户") && history.contains("+- 同意: 67户"))
    #expect(shared.run("乙", ["verify"]).status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("stopping at the question changes nothing")
  func stopped() throws {
    let shared = try shared()
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    try shared.edit(Self.file, of: "乙", "66户", "68户")
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙", answers: ["3"]).status == 2)
    #expect(shared.text(Self.file, of: "乙").contains("68户"))
    #expect(shared.share("乙", answers: []).status == 2)
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("two matters with the same number are both kept, and references to the later one follow")
  func documents() throws {
    let shared = try shared()
    shared.run("甲", ["matter", "add", "漏水"])
    shared.run("乙", ["matter", "add", "停车"])
    shared.run("乙", ["new", "停车协商", "--on", "2025-12-20", "--matter", "Q-2025-001"])
    #expect(shared.share("甲").status == 0)
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.text("matters/Q-2025-001.md", of: "乙").contains("漏水"))
    #expect(shared.text("matters/Q-2025-002.md", of: "乙").contains("# 停车"))
    #expect(shared.text("agendas/M-2025-009.md", of: "乙").contains("问题: Q-2025-002"))
    #expect(shared.run("乙", ["verify"]).status == 0)
    #expect(shared.run("乙", ["check"]).status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("approved minutes go first, and what others wrote meanwhile becomes an amendment")
  func sealed() throws {
    let shared = try shared()
    shared.run("甲", ["outcome", "M-2025-008#2", "下次再议"])
    #expect(shared.run("甲", ["approve", "M-2025-008"]).status == 0)
    shared.run(
      "乙", ["task", "add", "M-2025-008#2", "量地", "--lead", "居民/张三", "--due", "2025-12-25"])
    // 乙 shares first, but 甲's approval still goes before it, so that a reason is needed.
    #expect(shared.share("乙").status == 0)
    let refused = shared.share("甲")
    #expect(refused.status == 2 && refused.errors.contains("理由"), "\(refused.errors)")
    #expect(shared.share("甲", answers: [""]).status == 2)
    #expect(shared.run("甲", ["verify"]).status == 0)
    let answer = shared.share("甲", answers: ["会上说过"])
    #expect(answer.status == 0, "\(answer.errors)")
    let history = shared.text("history/M-2025-008.md", of: "甲")
    let ledger = Ledger(Array(history.utf8), of: Self.file)
    #expect(ledger.revisions.last?.kind == .amendment)
    #expect(ledger.revisions.last?.by == "乙")
    #expect(ledger.revisions.last?.why.hasSuffix("；会上说过") == true)
    #expect(ledger.revisions.last?.was.first?.hasPrefix("2 sha256:") == true)
    #expect(shared.run("甲", ["verify"]).status == 0)
    let told = shared.share("乙")
    #expect(told.output.contains("注意：已经确认的 M-2025-008 被修正，乙"), "\(told.output)")
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("nothing outside the hall is committed, staged or lost")
  func outside() throws {
    let shared = try shared("社区/议事厅")
    try shared.write("甲的", to: "../../别的.txt", of: "甲")
    try shared.write("不交", to: "private/roster.md", of: "甲")
    try shared.write("照片", to: "照片.txt", of: "甲")
    shared.git(of: "甲", "add", "别的.txt")
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    #expect(shared.share("甲").status == 0)
    #expect(shared.git(of: "甲", "diff", "--cached", "--name-only", "-z").text == "别的.txt\0")
    let tree = shared.git(
      of: "甲", "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD"
    ).text
    #expect(tree.contains("社区/议事厅/agendas/M-2025-008.md"))
    #expect(!tree.contains("roster") && !tree.contains("照片") && !tree.contains("别的"))
    // Staged work outside the hall may be in the way of a merge: then nothing changes.
    try shared.edit(Self.file, of: "乙", "车棚选址", "车棚的位置")
    #expect(shared.share("乙").status == 0)
    shared.run("甲", ["matter", "add", "漏水"])
    let answer = shared.share("甲")
    #expect(
      answer.status == 2 && answer.errors.contains("一切照旧"), "\(answer.output) \(answer.errors)")
    #expect(shared.git(of: "甲", "diff", "--cached", "--name-only", "-z").text == "别的.txt\0")
  }

  @Test("without a network, everything stays here and is shared the next time")
  func offline() throws {
    let shared = try shared()
    try FileManager.default.moveItem(atPath: shared.path("shared.git"), toPath: shared.path("gone"))
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    let answer = shared.share("甲")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("没有丢"))
    #expect(shared.git(of: "甲", "status", "--porcelain").output.isEmpty)
    try FileManager.default.moveItem(atPath: shared.path("gone"), toPath: shared.path("shared.git"))
    #expect(shared.share("甲").output == "已经交给大家。\n")
  }

  @Test("a document with conflict markers is not shared")
  func broken() throws {
    let shared = try shared()
    try shared.edit(
      Self.file, of: "甲", "- 同意: 66户\n", "<<<<<<< 甲\n- 同意: 66户\n=======\n- 同意: 67户\n>>>>>>> 乙\n")
    let answer = shared.share("甲")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("M-2025-008.md"))
    #expect(shared.share("乙").output == "没有新的：您这里和大家的一样。\n")
  }

  @Test("a new roster may be shared though it makes minutes wrong that are not approved")
  func roster() throws {
    let charter =
      TestHall.charter + "## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 张三 | 居民 |\n| 钱七 | 居民 |\n"
    let path = "agendas/M-2025-008.md"
    let hall = try SharedHall(
      [path: meeting(item: "#### 表决: 换\n\n- 规则: 赞成多于反对\n- 方式: 记名\n- 同意: 张三、钱七\n")],
      charter: charter)
    try hall.write(charter + "| 钱七 | 居民 |\n", to: "hall.md", of: "甲")
    let shared = hall.share("甲")
    #expect(shared.status == 0, "\(shared.errors)")
    #expect(shared.errors.contains("注意：名册换了，已召开、还没有确认的 M-2025-008："), "\(shared.errors)")
    // An error in the minutes themselves is refused as always.
    try hall.edit(path, of: "甲", "同意: 张三、钱七", "同意: 张三、钱七\n- 反对: 张三")
    let refused = hall.share("甲")
    #expect(refused.status == 2 && refused.errors.contains("有 1 处写错了"), "\(refused.errors)")
  }

  @Test("a hook that refuses the commit leaves nothing staged")
  func hook() throws {
    let shared = try shared()
    let hook = shared.path("甲") + "/.git/hooks/pre-commit"
    try Data("#!/bin/sh\necho 不行 >&2\nexit 1\n".utf8).write(to: URL(filePath: hook))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    shared.run("甲", ["matter", "add", "漏水"])
    let answer = shared.share("甲")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("不行"))
    #expect(shared.git(of: "甲", "diff", "--cached", "--name-only").output.isEmpty)
    #expect(shared.git(of: "甲", "status", "--porcelain").text.contains("?? matters/"))
  }

  @Test("a dry run writes nothing")
  func dryRun() throws {
    let shared = try shared()
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    let head = shared.git(of: "甲", "rev-parse", "HEAD").text
    let answer = shared.run("甲", ["share", "--dry-run"])
    #expect(answer.output.contains("+- 同意: 67户"))
    #expect(shared.git(of: "甲", "rev-parse", "HEAD").text == head)
    #expect(!shared.text("history/M-2025-008.md", of: "甲").contains("67户"))
  }

  @Test(
    "unusual names of folders, remotes, branches and files work",
    arguments: ["-x", "--upload-pack=touch pwned", "有 空格", "引\"号'", "换\n行", "共享.git"])
  func hostileNames(_ name: String) throws {
    let file = "agendas/M-2025-008-\(name.replacing("/", with: "")).md"
    let branch =
      name.contains(where: { " \n=\"".contains($0) }) || name.hasPrefix("-") ? "分支" : name
    let shared = try SharedHall(
      [file: Self.minutes], remote: name, branch: branch, hall: name)
    #expect(shared.share("乙").status == 0)
    try shared.edit(file, of: "甲", "66户", "67户")
    try shared.edit(file, of: "乙", "车棚选址", "车棚的位置")
    #expect(shared.share("甲").status == 0)
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
    #expect(
      shared.text(file, of: "甲").contains("67户") && shared.text(file, of: "甲").contains("车棚的位置"))
    #expect(!FileManager.default.fileExists(atPath: shared.path("pwned")))
  }

  @Test("a file renamed by one side keeps what the other side has written")
  func renamed() throws {
    let shared = try shared()
    shared.git(of: "甲", "mv", Self.file, "agendas/M-2025-008-下水.md")
    try shared.edit("agendas/M-2025-008-下水.md", of: "甲", "66户", "67户")
    try shared.edit(Self.file, of: "乙", "车棚选址", "车棚的位置")
    #expect(shared.share("甲").status == 0)
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    let text = shared.text("agendas/M-2025-008-下水.md", of: "乙")
    #expect(text.contains("67户") && text.contains("车棚的位置"))
    #expect(shared.text(Self.file, of: "乙").isEmpty)
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test(
    "two clerks with random edits end with the same record, or are told the contradictions",
    arguments: 1...(TestRun.isLong ? 40 : 10))
  func random(_ seed: Int) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    let sides = ["甲", "乙"].map { ($0, RandomSide($0, using: &numbers)) }
    let shared = try SharedHall([Self.file: RandomEdit.base])
    #expect(shared.share("乙").status == 0)
    for (name, side) in sides {
      for text in side.texts {
        try shared.write(text, to: Self.file, of: name)
        #expect(shared.run(name, ["record"]).status == 0)
      }
    }
    let contradicted = sides[0].1.contradictions(sides[1].1)
    #expect(shared.share("甲").status == 0)
    let answer = shared.share("乙")
    #expect((answer.status == 0) == contradicted.isEmpty, "\(contradicted) \(answer.errors)")
    if !contradicted.isEmpty {
      // Nothing has changed yet. After the answers, both still end with the same record.
      #expect(shared.text(Self.file, of: "乙") == sides[1].1.text)
      let decided = shared.share(
        "乙", answers: [String](repeating: "1", count: contradicted.count))
      #expect(decided.status == 0, "\(decided.errors)")
    }
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
    let verified = shared.run("甲", ["verify"])
    #expect(
      verified.status == 0, "\(verified.output)\(shared.text("history/M-2025-008.md", of: "甲"))")
    let ledger = Ledger(Array(shared.text("history/M-2025-008.md", of: "甲").utf8), of: Self.file)
    let total = ledger.revisions.count { !$0.was.isEmpty }
    #expect(total <= sides[1].1.texts.count)
  }

  @Test("keys that both sides have enrolled at the same time are both kept")
  func signers() throws {
    let shared = try shared()
    try shared.write("居民 ssh-ed25519 AAAA\n", to: "signatures/allowed_signers", of: "甲")
    try shared.write("物业 ssh-ed25519 BBBB\n", to: "signatures/allowed_signers", of: "乙")
    try shared.edit(".gitignore", of: "甲", "private/\n", "private/\n甲.txt\n")
    try shared.edit(".gitignore", of: "乙", "private/\n", "private/\n乙.txt\n")
    #expect(shared.share("甲").status == 0)
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    let text = shared.text("signatures/allowed_signers", of: "乙")
    #expect(text == "居民 ssh-ed25519 AAAA\n物业 ssh-ed25519 BBBB\n")
    #expect(shared.text(".gitignore", of: "乙").hasSuffix("甲.txt\n乙.txt\n"))
    #expect(shared.share("甲").status == 0)
  }

  @Test("a reason never becomes a trailer or a line of its own in the commit message")
  func forgedReasons() throws {
    let shared = try shared()
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    let reason = "更正\n\nHall-Revision: Q-2025-001 9\nSigned-off-by: 别人 <x@y>\n\n# 注释"
    let answer = shared.run(
      "甲", ["share", "-m", reason, "--by", "王五\nCo-authored-by: 某 <a@b>"])
    #expect(answer.status == 0, "\(answer.errors)")
    let trailers = shared.git(of: "甲", "log", "-1", "--format=%(trailers)").text
    #expect(trailers.split(separator: "\n") == ["Hall-Revision: M-2025-008 2"])
    let body = shared.git(of: "甲", "log", "-1", "--format=%B").text
    #expect(body.split(separator: "\n").count == 3, "\(body)")
    #expect(!answer.output.contains("\u{1B}"))
  }

  @Test(
    "facts of both sides that do not fit together are noted, even without a conflict")
  func together() throws {
    let shared = try shared()
    try shared.edit(Self.file, of: "甲", "- 物业: 赵六\n", "- 物业: 赵六\n- 缺席: 钱七\n")
    try shared.edit(Self.file, of: "甲", "张三、钱七", "张三")
    try shared.edit(
      Self.file, of: "乙", "### 2. 车棚选址\n\n- 提出: 居民/张三\n",
      "### 2. 车棚选址\n\n- 提出: 居民/张三\n\n#### 表决: 东侧\n\n- 规则: 赞成多于反对\n- 方式: 举手\n- 同意: 张三、钱七\n")
    #expect(shared.share("甲").status == 0)
    let answer = shared.share("乙")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("对不上") && answer.errors.contains("钱七"), "\(answer.errors)")
  }

  @Test(
    "a new error stops share before anything is recorded, unless --anyway is given")
  func mistakes() throws {
    let shared = try shared()
    try shared.edit(Self.file, of: "甲", "2025-09-25 14:30", "2025-09-31 14:30")
    let history = shared.text("history/M-2025-008.md", of: "甲")
    let answer = shared.share("甲")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("M-2025-008.md:4"), "\(answer.errors)")
    #expect(shared.text("history/M-2025-008.md", of: "甲") == history)
    #expect(shared.run("甲", ["share", "--anyway"]).status == 0)
    // Everybody has the error now, so it does not stop the others.
    #expect(shared.share("乙").status == 0)
    shared.run("乙", ["matter", "add", "漏水"])
    #expect(shared.share("乙").status == 0)
  }

  @Test("two halls in one repository are merged together, and neither loses anything")
  func twoHalls() throws {
    let shared = try SharedHall([Self.file: ShareCommandTests.minutes], hall: "甲厅")
    for (file, text) in [(Self.file, Self.minutes), ("hall.md", TestHall.charter)] {
      try shared.write(text, to: "../乙厅/" + file, of: "甲")
    }
    let other = ["--hall", shared.path("甲") + "/乙厅"]
    shared.run("甲", ["record"] + other)
    shared.git(of: "甲", "add", "乙厅/hall.md", "乙厅/agendas", "乙厅/history")
    shared.git(of: "甲", "commit", "--quiet", "-m", "又一个厅")
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").status == 0)
    func add(_ name: String, _ title: String, _ item: Int, _ hall: String) {
      shared.run(
        name,
        [
          "task", "add", "M-2025-008#\(item)", title, "--lead", "居民/张三", "--due", "2025-12-25",
          "--hall", shared.path(name) + "/" + hall,
        ])
    }
    add("甲", "甲厅甲事", 1, "甲厅")
    add("甲", "乙厅甲事", 1, "乙厅")
    shared.git(of: "甲", "add", "乙厅/agendas", "乙厅/history")
    shared.git(of: "甲", "commit", "--quiet", "-m", "乙厅的")
    #expect(shared.share("甲").status == 0)
    add("乙", "甲厅乙事", 2, "甲厅")
    add("乙", "乙厅乙事", 2, "乙厅")
    shared.git(of: "乙", "add", "乙厅/agendas", "乙厅/history")
    shared.git(of: "乙", "commit", "--quiet", "-m", "乙厅的")
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    for (hall, file) in [("甲厅", Self.file), ("乙厅", "../乙厅/" + Self.file)] {
      let text = shared.text(file, of: "乙")
      #expect(text.contains(hall + "甲事") && text.contains(hall + "乙事"), "\(text)")
      let path = shared.path("乙") + "/" + hall
      #expect(shared.run("乙", ["verify", "--hall", path]).status == 0)
      #expect(shared.run("乙", ["check", "--hall", path]).status == 0)
    }
  }

  @Test(
    "two documents with the same number and title are both kept, even after a stop")
  func sameTitles() throws {
    let shared = try shared()
    shared.run("甲", ["matter", "add", "路灯不亮"])
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    shared.run("乙", ["matter", "add", "路灯不亮", "--place", "2号楼"])
    try shared.edit(Self.file, of: "乙", "66户", "68户")
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").status == 2)
    #expect(shared.text("matters/Q-2025-002.md", of: "乙").isEmpty)
    #expect(shared.text("matters/Q-2025-001.md", of: "乙").contains("路灯不亮"))
    let answer = shared.share("乙", answers: ["1"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.text("matters/Q-2025-001.md", of: "乙").contains("路灯不亮"))
    #expect(shared.text("matters/Q-2025-002.md", of: "乙").contains("路灯不亮"))
    #expect(shared.text(Self.file, of: "乙").contains("68户"))
    #expect(shared.run("乙", ["verify"]).status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("share works with a tag named like the branch, and with a branch named heads/main")
  func branchNames() throws {
    for branch in ["heads/main", "main"] {
      let shared = try SharedHall([Self.file: Self.minutes], branch: branch)
      shared.git(of: "甲", "tag", branch)
      try shared.edit(Self.file, of: "甲", "66户", "67户")
      #expect(shared.share("甲").status == 0)
      let heads = shared.git([
        "-C", shared.path("shared.git"), "for-each-ref", "--format=%(refname)", "refs/heads",
      ]).text
      #expect(heads == "refs/heads/\(branch)\n")
      #expect(shared.share("乙").status == 0)
      #expect(shared.text(Self.file, of: "乙").contains("67户"))
    }
  }

  @Test(
    "an editor's leftover files are not shared, and an author name invalid in git is no obstacle")
  func leftovers() throws {
    let shared = try shared()
    try shared.write("x", to: "agendas/.M-2025-008.md.swp", of: "甲")
    try shared.write("x", to: "agendas/M-2025-008.md~", of: "甲")
    try shared.edit(Self.file, of: "甲", "66户", "67户")
    #expect(shared.run("甲", ["share", "--by", "<>"]).status == 0)
    let tree = shared.git(of: "甲", "ls-tree", "-r", "--name-only", "HEAD").text
    #expect(!tree.contains("swp") && !tree.contains("~"))
  }

  @Test("an edit on a web page is recorded in the name of its author")
  func web() throws {
    let shared = try shared()
    func edit(_ old: String, _ new: String) throws {
      try shared.edit(Self.file, of: "甲", old, new)
      shared.git(of: "甲", "commit", "--quiet", "--all", "--author=网页 <w@example.cn>", "-m", "网页上改")
      #expect(shared.git(of: "甲", "push", "--quiet").isDone)
    }
    func revisions() -> [Revision] {
      Ledger(Array(shared.text("history/M-2025-008.md", of: "乙").utf8), of: Self.file).revisions
    }
    try edit("66户", "67户")
    #expect(shared.share("乙").status == 0)
    #expect(revisions().last?.by == "网页")
    // The same if both sides have changed something.
    #expect(shared.share("甲").status == 0)
    try edit("车棚选址", "车棚的位置")
    shared.run("乙", ["attend", "M-2025-008", "居民/孙八"])
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(revisions().suffix(2).map(\.by) == ["网页", "乙"])
    #expect(shared.run("乙", ["verify"]).status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }
}
