import Synchronization
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The programs on this machine.
package struct SystemPrograms: Programs {
  package init() {}

  package func run(_ call: ProgramCall) -> ProgramResult? {
    guard let name = call.words.first.flatMap(ProgramFolders.path) else { return nil }
    // One at a time: a program started while another one's pipes are being made would inherit them
    // and keep them open, and the other would wait for its end.
    let started = SystemPrograms.starting.withLock { _ -> Started? in
      guard let input = Pipe(), let output = Pipe(), let errors = Pipe() else { return nil }
      guard let child = spawn(name, call, input, output, errors) else {
        for pipe in [input, output, errors] { pipe.close() }
        return nil
      }
      return Started(child: child, input: input, output: output, errors: errors)
    }
    guard let started else { return nil }
    let (child, input) = (started.child, started.input)
    let (output, errors) = (started.output, started.errors)
    for end in [input.reading, output.writing, errors.writing] { close(end) }
    let end = call.limit.map { ProgramDeadline(seconds: $0) }
    if call.isApart { Interruption.begin() }
    let said = exchange(
      call.input, input.writing, [output.reading, errors.reading], until: end, call.waiting)
    let isOverdue = end?.wait(for: child) == false
    let isInterrupted = call.isApart && Interruption.hasCome
    if call.isApart {
      Interruption.end()
      // Also the processes it has started and left running.
      kill(-child, SIGKILL)
    } else if isOverdue {
      ProgramTree(child).end()
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    let signal = status & 0x7F
    return ProgramResult(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: said[0], errors: said[1],
      isOverdue: isOverdue, isInterrupted: isInterrupted)
  }

  /// The two ends of a pipe, neither of which a started program inherits by default.
  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init?() {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      (reading, writing) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    func close() {
      for end in [reading, writing] { _ = systemClose(end) }
    }
  }

  private static let starting = Mutex(())

  /// A running program with its input and output.
  private struct Started {
    let child: pid_t
    let input: Pipe
    let output: Pipe
    let errors: Pipe
  }

  private func spawn(
    _ name: String, _ call: ProgramCall, _ input: Pipe, _ output: Pipe, _ errors: Pipe
  ) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (from, to) in [
      (input.reading, STDIN_FILENO), (output.writing, STDOUT_FILENO),
      (errors.writing, STDERR_FILENO),
    ] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    // This process may have blocked or ignored some signals.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // A stoppable program that does not ask at the terminal gets its own group, with everything it
    // starts.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF) | (call.isApart ? Int16(POSIX_SPAWN_SETPGROUP) : 0))
    let words = call.words.map { strdup($0) } + [nil]
    let variables = SystemPrograms.environment(call.environment).map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, name, &actions, &attributes, words, variables) == 0 else {
      return nil
    }
    return child
  }

  /// This process's variables with some changed, each as `NAME=value`.
  private static func environment(_ changes: [String: String?]) -> [String] {
    var variables: [String] = []
    var entry = environ
    while let variable = entry.pointee {
      let text = String(cString: variable)
      if changes[String(text.prefix { $0 != "=" })] == nil { variables.append(text) }
      entry += 1
    }
    for (name, value) in changes { if let value { variables.append("\(name)=\(value)") } }
    return variables
  }

  /// Writes the input and reads both outputs at the same time, so that neither side blocks the
  /// other.
  private func exchange(
    _ input: [UInt8], _ writing: Int32, _ reading: [Int32], until end: ProgramDeadline?,
    _ waiting: ProgramCall.Waiting?
  ) -> [[UInt8]] {
    var waiting = waiting.map { (ContinuousClock.now.advanced(by: .seconds($0.seconds)), $0.tell) }

    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    var said: [[UInt8]] = reading.map { _ in [] }
    var open = reading.map { Optional($0) }
    var (rest, target) = (input[...], input.isEmpty ? nil : Optional(writing))
    if target == nil { close(writing) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while open.contains(where: { $0 != nil }) || target != nil {
      var polled = open.map { pollfd(fd: $0 ?? -1, events: Int16(POLLIN), revents: 0) }
      polled.append(pollfd(fd: target ?? -1, events: Int16(POLLOUT), revents: 0))
      if end?.isOver == true { break }
      if let (moment, tell) = waiting, ContinuousClock.now >= moment {
        tell()
        waiting = nil
      }
      let patience = end?.milliseconds ?? (waiting == nil ? -1 : 200)
      guard poll(&polled, nfds_t(polled.count), patience) >= 0 else {
        if errno == EINTR { continue }
        break
      }
      for (index, end) in open.enumerated() where polled[index].revents != 0 {
        guard let end else { continue }
        let count = read(end, &buffer, buffer.count)
        if count > 0 {
          said[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          close(end)
          open[index] = nil
        }
      }
      if let end = target, polled[reading.count].revents != 0 {
        let count = rest.withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        // It is no error if a program does not read all of its input.
        let isLost = count < 0 && errno != EINTR && errno != EAGAIN
        if rest.isEmpty || isLost {
          close(end)
          target = nil
        }
      }
    }
    for end in open + [target] { if let end { close(end) } }
    return said
  }
}

extension ProgramCall {
  /// Whether it is in a group of its own, to be stopped with everything it has started.
  fileprivate var isApart: Bool { limit != nil && !asksAtTerminal }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
