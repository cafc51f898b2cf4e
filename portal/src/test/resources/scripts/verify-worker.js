'worker of a test'
