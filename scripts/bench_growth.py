"""How time and memory grow with the number of meetings: a part of scripts/bench."""
import os
import statistics
import subprocess
import sys
import time

CALLS = (["overdue"], ["overdue", "--json"], ["list", "tasks"], ["list", "tasks", "--json"],
         ["tally", "--json"], ["stats"], ["check"], [], ["show", "M-2025-00999"],
         ["search", "第777次"], ["search", "工期偏紧"], ["export", "ndjson"])
#: What a command of ten times the meetings may take of the time.
MOST = 11


def run(command):
    """Seconds and peak memory in megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main():
    hall, folder, *counts = sys.argv[1:]
    print(f"{'':<24}" + "".join(f"{int(count):>12,} meetings" for count in counts) + "   growth of the last")
    for call in CALLS:
        figures = []
        for count in counts:
            command = [hall, "--hall", os.path.join(folder, count), *call]
            if call[:1] not in (["show"], ["search"], ["tally"]):
                command += ["--as-of", "2025-12-01"]
            run(command)
            runs = [run(command) for _ in range(3 if int(count) < 100_000 else 1)]
            figures.append((statistics.median(seconds for seconds, _ in runs),
                            max(memory for _, memory in runs)))
        growth = figures[-1][0] / figures[-2][0]
        print(f"{' '.join(call) or 'hall':<24}"
              + "".join(f"{seconds * 1000:10.0f} ms {memory:6.0f} MB" for seconds, memory in figures)
              + f"   {growth:5.1f}  {'ok' if growth <= MOST else 'ABOVE'}", flush=True)


main()
