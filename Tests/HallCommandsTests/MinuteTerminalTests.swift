import Foundation
import TestSupport
import Testing

/// The real program in a real terminal: python3 and tmux play the person.
@Suite("Minutes at a real terminal", .serialized, .needs(.builtProgram, .python))
struct MinuteTerminalTests {
  /// Runs a Python script after the driver, and returns its output.
  private func play(_ script: String, in hall: TestHall, program: String) throws -> String {
    try hall.write(Data((PseudoTerminal.driver + script).utf8), to: "person.py")
    return try RealProgram.start("python3 person.py", hall: program, in: hall.folder).said()
  }

  private func hall() throws -> TestHall { try MinuteHall.make(day: "2025-11-01") }

  @Test("Backspace, arrows, Tab and paste work with wide characters")
  func editing() throws {
    let program = try RealProgram.path
    let hall = try hall()
    let said = try play(
      #"""
      t = Terminal()
      t.wait("M-2025-011> ")
      for byte in "到 张三、李四".encode():
          os.write(t.master, bytes([byte]))
      t.type("\x7f\x7f\x7f\r")
      t.wait("已召开")
      t.type("议 2\r")
      t.wait("议2 更换楼道照明 0分> ")
      t.type("记 赵六不去\x1b[D\x1b[D\x7f七\x1b[H\x1b[C\x1b[C\x1b[3~\x1b[F了\r")
      t.wait("已记。")
      t.type("缺 周\t\r")
      t.wait("缺席 周九")
      t.type("表\t换灯 居\t\t\r")
      t.wait("居民会议")
      t.wait("换灯：规则 居民会议，还没有票数")
      t.type("记 一\r记 二\r\x1b[200~记 三\n记 四\n记 五\x1b[201~")
      for _ in range(4):
          t.wait("已记。")
      t.wait("记 五")
      t.type("\x7f六\r")
      t.wait("已记。")
      t.type("完\r")
      expect(t.end() == 0, t.seen)
      expect(t.is_restored(), "the terminal is not as it was")
      expect("- 居民: 张三\n" in minutes(), minutes())
      expect("\n七不去了\n\n一\n\n二\n\n三\n\n四\n\n六\n" in minutes(), minutes())
      print("done")
      """#, in: hall, program: program)
    #expect(said == "done\n")
    #expect(hall.run("check").status == 0)
  }

  @Test("Ctrl-C loses nothing, twice it leaves, and the terminal is restored")
  func interrupt() throws {
    let program = try RealProgram.path
    let hall = try hall()
    let said = try play(
      #"""
      t = Terminal()
      t.wait("M-2025-011> ")
      t.type("到 张三\x03")
      t.wait("^C")
      t.type("\x1b[A\r")
      t.wait("已召开")
      t.wait("M-2025-011> ")
      # What is typed while a line is worked on is for the next: the terminal is held all the while.
      t.type("议 1\r记 一句话\r记 再一句\r")
      while t.seen.count("已记。") < 2:
          expect(not t.is_restored(), "the terminal was let go between two lines")
          t.pump(0.0005)
          if t.process.poll() is not None:
              break
      t.wait("已记。")
      t.wait("已记。")
      t.type("记 话说了一半\x03\x03")
      t.wait("再按一次 Ctrl-C 离开")
      t.type("\x03")
      expect(t.end() == 0, t.seen)
      expect(t.is_restored(), "the terminal is not as it was")
      expect("- 居民: 张三\n" in minutes(), minutes())
      expect("一半" not in minutes(), minutes())
      t = Terminal()
      t.wait("接着上次的议题")
      t.wait("分> ")
      t.type("\x04")
      expect(t.end() == 0, t.seen)
      print("done")
      """#, in: hall, program: program)
    #expect(said == "done\n")
  }

  @Test("a lost terminal or a signal loses no line, not even the unfinished one")
  func lost() throws {
    let program = try RealProgram.path
    let hall = try hall()
    let said = try play(
      #"""
      def begin():
          t = Terminal()
          t.wait("> ")
          t.type("议 1\r")
          t.wait("0/20分> ")
          return t

      t = begin()
      t.type("记 第一句\r")
      t.wait("已记。")
      t.wait("0/20分> ")
      t.type("记 话说了一半")
      t.wait("话说了一半")
      os.close(t.slave)
      os.close(t.master)
      t.process.wait(timeout=30)
      expect("\n第一句\n" in minutes(), minutes())

      t = Terminal()
      t.wait("没写完的一行")
      t.wait("记 话说了一半")
      t.type("\x15议 1\r")
      t.wait("0/20分> ")
      t.type("记 又一半")
      t.wait("又一半")
      t.process.send_signal(signal.SIGTERM)
      expect(t.end() == -signal.SIGTERM, t.process.returncode)
      expect(t.is_restored(), "the terminal is not as it was")

      t = Terminal()
      t.wait("记 又一半")
      t.type("\x15议 1\r")
      t.wait("0/20分> ")
      t.type("\x1b[A\x1b[B记 又一半，说完了\r")
      t.wait("已记。")
      t.type("完\r")
      expect(t.end() == 0)
      expect("\n又一半，说完了\n" in minutes(), minutes())

      t = Terminal()
      t.wait("M-2025-011> ")
      expect("没写完" not in t.seen, t.seen)
      t.type("完\r")
      t.end()
      print("done")
      """#, in: hall, program: program)
    #expect(said == "done\n")
    #expect(hall.run("verify").status == 0)
  }

  @Test("when killed at any moment, every line confirmed by a prompt is kept")
  func killed() throws {
    let program = try RealProgram.path
    let hall = try hall()
    let rounds = TestRun.isLong ? 40 : 8
    let said = try play(
      #"""
      taken, sent = [], 0
      for turn in range(\#(rounds)):
          t = Terminal()
          t.wait("> ")
          t.type("议 2\r")
          t.wait("更换楼道照明 0分> ")
          for _ in range(2):
              sent += 1
              line = "第%d句话" % sent
              t.type("记 " + line + "\r")
              t.wait("已记。")
              t.wait("0分> ")
              taken.append(line)
          sent += 1
          t.type("记 第%d句话\r" % sent)
          time.sleep(turn * 7919 % 60 / 1000)
          t.process.kill()
          t.process.wait()
          os.close(t.master)
          os.close(t.slave)
          text = minutes()
          for line in taken:
              expect("\n" + line + "\n" in text, turn, line, text)
          for command in ["check", "verify"]:
              run = subprocess.run([os.environ["hall"], command], capture_output=True, text=True)
              expect(run.returncode == 0, turn, command, run.stdout, run.stderr)
      print("done", len(taken))
      """#, in: hall, program: program)
    #expect(said == "done \(2 * rounds)\n")
  }

  @Test("a dumb terminal gets plain lines")
  func dumb() throws {
    let program = try RealProgram.path
    let hall = try hall()
    let said = try play(
      #"""
      t = Terminal(term="dumb")
      t.wait("M-2025-011> ")
      t.type("到 张三\n")
      t.wait("已召开")
      t.type("完\n")
      expect(t.end() == 0)
      expect("\x1b" not in t.seen, t.seen)
      print("done")
      """#, in: hall, program: program)
    #expect(said == "done\n")
  }

  @Test("tmux shows wide characters, Backspace over them, and the completions of Tab")
  func tmux() throws {
    let program = try RealProgram.path
    let hall = try hall()
    let said = try RealProgram.start(
      #"""
      export LC_ALL=C.UTF-8 TERM=xterm
      socket=hall-$$
      tmux="tmux -u -L $socket -f /dev/null"
      trap '$tmux kill-server 2>/dev/null' EXIT
      $tmux new-session -d -x 80 -y 24 env NO_COLOR=1 "$hall" minute M-2025-011 || exit
      $tmux set-option -g remain-on-exit on
      # Waits until the last line that is written is the one expected.
      shows() {
        n=0
        while [ $n -lt 300 ]; do
          last=$($tmux capture-pane -p | grep . | tail -n "${2:-1}")
          [ "$last" = "$1" ] && return
          n=$((n + 1)); sleep 0.05
        done
        echo "expected:"; echo "$1"; echo "seen:"; $tmux capture-pane -p | grep .
        exit
      }
      key() { $tmux send-keys "$@"; }
      shows 'M-2025-011>'
      key -l '到 张三、李四'
      shows 'M-2025-011> 到 张三、李四'
      key BSpace BSpace
      shows 'M-2025-011> 到 张三、'
      key Left Left BSpace
      shows 'M-2025-011> 到 三、'
      [ "$($tmux display-message -p '#{cursor_x}')" = 15 ] || echo "the cursor is off"
      key -l '赵六、周九、钱七、'; key Delete
      shows 'M-2025-011> 到 赵六、周九、钱七、、'
      key C-u; key C-k; key -l '议 1'; key Enter
      shows '议1 充电车棚选址 0/20分>'
      key -l '规则 业'; key Tab
      shows "业主一般事项  业主重大事项
      议1 充电车棚选址 0/20分> 规则 业主" 2
      key Tab Tab
      shows '议1 充电车棚选址 0/20分> 规则 业主重大事项'
      key C-u; key -l '到 赵'; key Tab
      shows '议1 充电车棚选址 0/20分> 到 赵六'
      key C-u; key -l '记 这一句话很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长完了'
      shows '议1 充电车棚选址 0/20分> <很长很长很长很长很长很长很长很长很长很长很长很长完了'
      key Home
      shows '议1 充电车棚选址 0/20分> 记 这一句话很长很长很长很长很长很长很长很长很长很长很>'
      key Enter
      shows '已记。
      议1 充电车棚选址 0/20分>' 2
      echo shown
      """#.replacing("\n      ", with: "\n"), hall: program, in: hall.folder
    ).said()
    #expect(said == "shown\n")
  }
}
