"""Files and folders judged in processes that can be killed, with limits of time and memory."""
