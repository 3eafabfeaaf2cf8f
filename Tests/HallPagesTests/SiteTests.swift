import HallModel
import HallSyntax
import Testing

@testable import HallPages

@Suite("A web site of the hall")
struct SiteTests {
  private func hall(_ meeting: String) -> Hall {
    let charter = """
      ---
      议事厅: 试厅
      语言: zh
      ---

      # 试厅

      ## 名册

      | 姓名 | 方 |
      | --- | --- |
      | 张三 | 居民 |
      | 赵六 | 物业 |

      """
    return Hall(
      charter: Charter(
        document: Document(path: "hall.md", kind: .hall, bytes: Array(charter.utf8))),
      documents: [
        Document(path: "agendas/M-2025-001.md", kind: .meeting, bytes: Array(meeting.utf8))
      ])
  }

  private func meeting(_ front: String = "", title: String = "车棚") -> String {
    """
    ---
    会议: M-2025-001
    状态: 已召开
    时间: 2025-11-20 19:00
    \(front)---

    # 协商会

    ## 参会人员

    - 居民: 张三、周九

    ## 议程

    ### 1. \(title)

    周九：电话13800138000。

    #### 决议 D1: 请张三看门

    - 依据: 协商一致
    - 异议: 2025-11-21 居民/张三：太吵

    - [ ] T1 报价
      - 负责: 物业/赵六
      - 期限: 2025-11-25

    """
  }

  private func files(_ meeting: String, isFull: Bool = false) throws -> [String: String] {
    let site = Site(
      hall(meeting), today: try Day(reading: Slice("2025-12-01")), .zh, isFull: isFull
    ) { _ in "2025-11-21" }
    var files: [String: String] = [:]
    _ = site.write { path, bytes in files[path] = String(decoding: bytes, as: UTF8.self) }
    return files
  }

  @Test("residents are masked in every file, and who objected is in none; officers stay by name")
  func masked() throws {
    let files = try files(meeting())
    for (path, text) in files {
      #expect(
        !text.contains("张三") && !text.contains("周九") && !text.contains("13800138000"), "\(path)")
      #expect(!text.contains("太吵"), "\(path)")
    }
    let decision = try #require(files["d/M-2025-001-D1.html"])
    #expect(decision.contains("<h1>请张某看门</h1>") && decision.contains("物业 赵六"))
    #expect(decision.contains("▲ 逾期 6 天") && decision.contains("更新：2025-11-21"))
    #expect(files["index.html"]?.contains("截至2025年12月1日：议定 1 件事，交办 1 项任务，办完 0 项，逾期 1 项。") == true)
    #expect(
      try self.files(meeting(), isFull: true)["d/M-2025-001-D1.html"]?.contains("请张三看门") == true)
  }

  @Test("residents who stay by name because of an office are told to whoever publishes")
  func shownResidents() throws {
    let signed = meeting() + "\n## 各方签字\n\n- 居民: 张三 2025-11-22 同意\n"
    let site = Site(hall(signed), today: try Day(reading: Slice("2025-12-01")), .zh, isFull: false)
    {
      _ in nil
    }
    #expect(site.write { _, _ in }.shownResidents == ["张三"])
    let unsigned = Site(hall(meeting()), today: site.today, .zh, isFull: false) { _ in nil }
    #expect(unsigned.write { _, _ in }.shownResidents == [])
  }

  @Test("a page says that its minutes are a draft, and what comes of an objection that is right")
  func draft() throws {
    let text = meeting().replacing(
      "：太吵", with: "：太吵\n- 答复: 2025-11-22 成立 再议\n- 公示: 2025-11-20 至 2025-12-05")
    let files = try files(text)
    let (page, decision) = (files["m/M-2025-001.html"] ?? "", files["d/M-2025-001-D1.html"] ?? "")
    #expect(page.contains("会议记录是草稿，还没有确认") && decision.contains("会议记录是草稿，还没有确认"))
    #expect(decision.contains("已经收到 1 条异议，都答复了。其中 1 条成立，这项决议要重议。"), "\(decision)")
    let approved = try self.files(text.replacing("状态: 已召开", with: "状态: 已确认"))
    #expect(approved["m/M-2025-001.html"]?.contains("草稿") == false)
  }

  @Test("a meeting that is not public is nowhere, and no link leads to it")
  func hidden() throws {
    let files = try files(meeting("公开: 否\n"))
    #expect(files["m/M-2025-001.html"] == nil && files["d/M-2025-001-D1.html"] == nil)
    for (path, text) in files {
      #expect(!text.contains("M-2025-001") && !text.contains("协商会"), "\(path)")
    }
  }

  @Test("all that stands under an item is on the page: fields after prose, tables, small headings")
  func prose() throws {
    let text = meeting().replacing(
      "周九：电话",
      with: """
        先说一句。

        - 负责：物业来办
        - 随便一条

        | 姓名 | 意见 |
        | --- | --- |
        | 甲 | 先修 |

        ##### 小标题

        标题下面的话。

        周九：电话
        """)
    let page = try #require(files(text)["m/M-2025-001.html"])
    for words in ["先说一句。", "负责：物业来办", "随便一条", "<td>先修</td>", "小标题", "标题下面的话。"] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test("the words after a title are on the page of a meeting")
  func introduction() throws {
    let text = meeting().replacing("## 参会人员", with: "这次会为车棚开。\n\n## 参会人员")
    #expect(try files(text)["m/M-2025-001.html"]?.contains("这次会为车棚开。") == true)
  }

  @Test("candidates, tellers and those who sign stay by name")
  func offices() throws {
    let text = meeting().replacing(
      "#### 决议 D1",
      with: """
        #### 表决: 选组长

        - 规则: 得票最多
        - 计票: 居民/周九
        - 选项 张三: 5
        - 选项 郑强: 2

        #### 决议 D1
        """)
    let page = try #require(files(text)["m/M-2025-001.html"])
    #expect(page.contains("张三") && !page.contains("张某"), "\(page)")
  }

  @Test("every link leads to a file of the site, and nothing is asked of another place")
  func links() throws {
    let files = try files(meeting())
    for (path, text) in files where path.hasSuffix(".html") {
      for match in text.matches(of: /(?:href|src)="([^"#]+)"/) {
        let base = path.contains("/") ? path.split(separator: "/").dropLast().map(String.init) : []
        var steps = base
        for step in match.1.split(separator: "/") {
          if step == ".." { steps.removeLast() } else { steps.append(String(step)) }
        }
        #expect(files[steps.joined(separator: "/")] != nil, "\(path): \(match.1)")
      }
      #expect(!text.contains("http://") && !text.contains("https://") && !text.contains(" on"))
      #expect(text.contains("default-src 'none'"))
    }
  }

  @Test("hostile titles are live in no file")
  func hostile() throws {
    let files = try files(
      meeting(title: "</script><script>alert(1)</script><img src=x onerror=alert(1)>]]>"))
    for (path, text) in files where path.hasSuffix(".html") || path.hasSuffix(".xml") {
      #expect(!text.contains("<script>alert") && !text.contains("<img"), "\(path)")
    }
    #expect(files["index.js"]?.hasPrefix("window.hallIndex = [") == true)
  }

  @Test("the same record on the same day has the same bytes")
  func stable() throws {
    #expect(try files(meeting()) == files(meeting()))
  }
}
